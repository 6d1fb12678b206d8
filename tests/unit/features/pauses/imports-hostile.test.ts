import fc from 'fast-check';
import { expect, test } from 'vitest';

import { importRules } from '#core/features/pauses/imports/import-rules.ts';
import { type Imported } from '#core/features/pauses/imports/imported.ts';
import { promptRecordId } from '#core/features/pauses/prompt-fields.ts';
import { parseRules } from '#core/features/pauses/rules-fields.ts';
import { defaultRules, type PauseRules } from '#core/features/pauses/rules.ts';
import { promptFields, serialiseRules } from '#core/features/pauses/serialise-rules.ts';
import { breakTimer, safeEyes, stretchly } from './support/other-settings.ts';

/** The rules as they are kept and read again. */
function readAgain({ prompts, rules }: Imported): {
  readonly whole: PauseRules;
  readonly read: ReturnType<typeof parseRules>;
} {
  const whole: PauseRules = { ...defaultRules, ...rules, prompts };
  const records = prompts.map((prompt, order) => ({
    id: promptRecordId(prompt.id),
    fields: promptFields(prompt, order),
    alive: true,
  }));
  return { whole, read: parseRules(serialiseRules(whole), records) };
}

test.each([stretchly, safeEyes, breakTimer])(
  'what is imported is kept and read without a repair',
  (settings) => {
    const result = importRules(JSON.stringify(settings));
    if (!result.ok) throw new Error(result.error.sentence);
    const { whole, read } = readAgain(result.value);
    expect(read).toEqual({ rules: whole, repairs: [] });
  },
);

test.each([
  ['', 'nothing'],
  ['   \n', 'nothing'],
  ['hello there', 'unreadable'],
  ['{"microbreakInterval": 600', 'unreadable'],
  ['['.repeat(900_000), 'unreadable'],
  ['null', 'unreadable'],
  ['[]', 'unreadable'],
  ['{}', 'unknown'],
  ['{"name":"package"}', 'unknown'],
  ['a=1', 'unknown'],
  ['{"microbreakInterval":1,"microbreak":false,"break":false}', 'nothing'],
  ['numSets=6\nsites1=', 'nothing'],
  ['x'.repeat(1_000_001), 'too large'],
])('a file that is no settings is let go with a kind sentence (%#)', (text, type) => {
  const result = importRules(text);
  expect(result).toMatchObject({ ok: false, error: { type } });
  if (!result.ok) expect(result.error.sentence).toMatch(/^[A-Z].+\.$/);
});

test('whatever types stand in a file, something sensible or a sentence comes out', () => {
  const names = Object.keys({
    ...stretchly,
    ...safeEyes,
    ...breakTimer.settings,
    sites1: 0,
    times1: 0,
    days1: 0,
    numSets: 0,
  });
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...names), fc.jsonValue()), (settings) => {
      const result = importRules(JSON.stringify(settings));
      if (!result.ok) return;
      expect(readAgain(result.value).read.repairs).toEqual([]);
    }),
    { numRuns: 500 },
  );
});
