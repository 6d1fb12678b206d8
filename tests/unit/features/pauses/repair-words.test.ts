import fc from 'fast-check';
import { expect, test } from 'vitest';

import { awayIn } from '#core/content/away.ts';
import { promptsIn } from '#core/content/prompts.ts';
import { settingsIn } from '#core/content/settings.ts';
import { promptFields, serialiseRules } from '#core/features/pauses/serialise-rules.ts';
import { promptRecordId, type StoredPrompt } from '#core/features/pauses/prompt-fields.ts';
import { defaultPrompt } from '#core/features/pauses/prompt.ts';
import { repairSaid, type RepairSaid } from '#core/features/pauses/repair-words.ts';
import { defaultRules } from '#core/features/pauses/rules.ts';
import { parseRules } from '#core/features/pauses/rules-fields.ts';
import { type Json } from '#core/kernel/json.ts';

const words = { settings: settingsIn(['en']), prompts: promptsIn(['en']), away: awayIn(['en']) };

function saidOf(
  fields: Readonly<Record<string, unknown>>,
  prompts: readonly StoredPrompt[] = [],
): RepairSaid[] {
  const { rules, repairs } = parseRules(fields, prompts);
  return repairs.map((repair) => repairSaid(repair, rules.prompts, words, 'en-GB'));
}

test('each setting that was put right is named as on its screen, with what it was, what it is, and where', () => {
  const said = saidOf({
    'pauses.idleMinutes': 0,
    'pauses.gapMinutes': Number.NaN,
    'pauses.dayStart': -3,
    'pauses.usualSleep': '26:00',
    'pauses.on': 'sometimes',
    'pauses.hours.mon': '09:00-09:00',
    'pauses.policy.meeting': 'never mind',
    'pauses.off.2026-12-24': '2026-12-20',
  });
  expect(said).toEqual([
    { name: 'Offer pauses', was: 'sometimes', is: 'on', place: 'pauses' },
    { name: 'Minutes until you count as away', was: '0', is: '1', place: 'timing' },
    { name: 'Minutes between two prompts', was: 'NaN', is: '5', place: 'timing' },
    { name: 'Your day begins at', was: '-3', is: '00:00', place: 'timing' },
    { name: 'Your usual sleep time', was: '26:00', is: '23:00', place: 'timing' },
    { name: 'Your hours, Monday', was: '09:00-09:00', is: '09:00–17:30', place: 'hours' },
    { name: 'Days off', was: '2026-12-20', is: '', place: 'daysOff' },
    {
      name: 'You are in a call',
      was: 'never mind',
      is: 'The time goes on counting. A pause that waited comes once, a little later',
      place: 'away',
    },
  ]);
});

test('what was put right in a prompt bears its name and leads to its page', () => {
  const tea = {
    name: 'Tea',
    cadence: 'clock',
    times: '26:00',
    days: 'someday',
    level: 4,
    length: 0,
  };
  const said = saidOf({}, [{ id: 'prompt:tea', fields: tea, alive: true }]);
  expect(said.map(({ name, was, is }) => [name, was, is])).toEqual([
    ['Tea, Times', '26:00', '13:00'],
    ['Tea, Days', 'someday', 'Monday, Tuesday, Wednesday, Thursday, Friday, Saturday, Sunday'],
    ['Tea, It lasts about', '0', '10 s'],
    ['Tea, How far it comes forward', '4', 'A card'],
  ]);
  expect(new Set(said.map(({ place }) => JSON.stringify(place)))).toEqual(
    new Set(['{"prompt":"tea"}']),
  );
});

test('whatever is stored, what is said of it is short and says no field of the storage', () => {
  const anything = fc.oneof(fc.jsonValue(), fc.string({ maxLength: 900 }), fc.constant(Number.NaN));
  const names = [
    ...Object.keys(promptFields(defaultPrompt)),
    ...['times', 'days', 'window', 'gap', 'count', 'anchor', 'offset', 'hours.mon'],
  ];
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...Object.keys(serialiseRules(defaultRules))), anything),
      fc.dictionary(fc.constantFrom(...names), anything),
      (fields, prompt) => {
        const record = { fields: prompt as Record<string, Json>, alive: true };
        for (const { name, was, is } of saidOf(fields, [
          { ...record, id: promptRecordId('odd') },
        ])) {
          expect(was.length).toBeLessThanOrEqual(41);
          expect(`${name} ${is}`).not.toMatch(/undefined|pauses\.|prompt:|object/);
          expect(name).toMatch(/\w/);
        }
      },
    ),
  );
});
