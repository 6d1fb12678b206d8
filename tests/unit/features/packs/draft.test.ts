import fc from 'fast-check';
import { expect, test } from 'vitest';

import type { Step } from '#core/content/practice-steps.ts';
import {
  draftFields,
  draftRecordId,
  emptyDraft,
  emptyPractice,
  emptyStep,
  fileOf,
  freshId,
  madeSteps,
  moved,
  optionsTyped,
  parseDraft,
  type PackDraft,
} from '#core/features/packs/draft.ts';
import { codeHolds, codeOf, fileInCode } from '#core/features/packs/pack-code.ts';
import { packLimits } from '#core/features/packs/pack-schema.ts';
import { readPack } from '#core/features/packs/read-pack.ts';
import { utf8 } from '#core/kernel/bytes.ts';

import { known } from './known.ts';
import { samples } from './samples.ts';

const spoken = (step: Step): Step =>
  Object.fromEntries(
    Object.entries(step).map(([key, value]) => [
      key,
      value === '' ? ' Here you are. ' : key === 'options' ? { choiceA: 'this' } : value,
    ]),
  ) as unknown as Step;

const written = (): PackDraft => ({
  ...emptyDraft('a-pack-of-mine'),
  name: ' Small things ',
  by: 'Sam',
  practices: [
    {
      ...emptyPractice('practice-1'),
      title: 'A walk',
      about: 'A few steps outside.',
      steps: madeSteps.reduce<readonly Step[]>(
        (steps, kind) => [...steps, spoken(emptyStep(kind, steps))],
        [],
      ),
    },
  ],
});

test('what the editor makes of every kind of step is a pack that Comma takes', () => {
  const read = readPack(utf8(JSON.stringify(fileOf(written()))), known);
  expect(read).toMatchObject({ ok: true, value: { leftOut: 0 } });
  expect(read.ok && read.value.pack).toMatchObject({ name: 'Small things', edition: 1 });
});

test('a blank that may be left out is, and one that has to say something is asked for', () => {
  const draft = written();
  const [practice] = draft.practices;
  if (!practice) throw new Error('nothing was written');
  const steps: Step[] = [
    { k: 'breath', pattern: '4-6', breaths: 2, text: '  ' },
    { k: 'say', text: ' ' },
  ];
  const file = fileOf({ ...draft, practices: [{ ...practice, steps }] });
  expect(JSON.stringify(file)).toContain('{"k":"breath","pattern":"4-6","breaths":2}');
  expect(readPack(utf8(JSON.stringify(file)), known)).toMatchObject({
    ok: false,
    error: { why: 'empty', at: ['practices', 0, 'steps', 1, 'text'] },
  });
});

test('a draft is found again in its record, half written as it is', () => {
  const draft: PackDraft = { ...written(), practices: [emptyPractice('practice-1')], edition: 3 };
  const fields = draftFields(draft);
  expect(parseDraft({ id: draftRecordId(draft.id), fields, text: '' })).toEqual(draft);
});

test('a record that is no draft, and practices that are none, are left where they are', () => {
  expect(parseDraft({ id: draftRecordId('x'), fields: {}, text: '' })).toBeNull();
  const fields = { lines: [1, { id: 'a' }], practices: [{ id: 'a' }, null, { steps: [null] }] };
  expect(parseDraft({ id: draftRecordId('x'), fields, text: '' })).toMatchObject({
    lines: [],
    practices: [],
  });
});

test('each step has an id that no other has, however many there are', () => {
  let steps: readonly Step[] = [];
  for (let n = 0; n < 60; n++) steps = [...steps, emptyStep('write', steps)];
  const ids = steps.map((step) => ('id' in step ? step.id : ''));
  expect(new Set(ids).size).toBe(60);
  for (const id of [...ids, freshId(steps)]) expect(id).toMatch(/^[a-z][A-Za-z]*$/);
});

test('a choice keeps its id while its words stay, wherever they move, and while they are being changed', () => {
  const before = optionsTyped('rest\nplay\nhelp', {});
  const [rest, play, help] = Object.keys(before);
  expect(optionsTyped('help\nrest\nplay', before)).toEqual({
    [help ?? '']: 'help',
    [rest ?? '']: 'rest',
    [play ?? '']: 'play',
  });
  expect(optionsTyped('rest\nplaying\nhelp', before)).toMatchObject({ [play ?? '']: 'playing' });
  expect(Object.keys(optionsTyped('rest\nplay\nhelp\nquiet', before)).slice(0, 3)).toEqual([
    rest,
    play,
    help,
  ]);
});

test('whatever is typed, choices are the lines that say something, once each, with an id of their own', () => {
  const lines = fc.array(fc.constantFrom('a', 'b', 'c', '', ' a ', 'rest', 'd'), { maxLength: 8 });
  fc.assert(
    fc.property(fc.array(lines, { minLength: 1, maxLength: 6 }), (edits) => {
      let options = {};
      for (const edit of edits) {
        options = optionsTyped(edit.join('\n'), options);
        const said = [...new Set(edit.map((line) => line.trim()).filter(Boolean))];
        expect(Object.values(options)).toEqual(said);
      }
    }),
  );
});

test('a thing moves one place, and at an end it stays', () => {
  expect(moved(['a', 'b', 'c'], 2, -1)).toEqual(['a', 'c', 'b']);
  expect(moved(['a', 'b', 'c'], 0, 1)).toEqual(['b', 'a', 'c']);
  expect(moved(['a', 'b', 'c'], 0, -1)).toEqual(['a', 'b', 'c']);
  expect(moved(['a', 'b', 'c'], 2, 1)).toEqual(['a', 'b', 'c']);
});

test.each(Object.values(samples))(
  'the sample $name fits a code and comes out of it as it went in',
  (sample) => {
    const { text, bytes } = codeOf(sample);
    expect(bytes).toBeLessThanOrEqual(codeHolds);
    // Letters of which a code holds nearly twice as many as of others.
    expect(text).toMatch(/^[A-Z0-9:]+$/);
    expect(JSON.parse(new TextDecoder().decode(fileInCode(text) ?? undefined))).toEqual(sample);
  },
);

test('another code is no pack, and one that would unfold without end is too big', () => {
  for (const text of [
    '',
    'https://example.org',
    'COMMA:PACK:1:',
    'COMMA:PACK:1:!',
    'COMMA:PACK:1:AAAA',
  ])
    expect(fileInCode(text)).toBeNull();
  const bomb = fileInCode(codeOf({ zeros: '0'.repeat(8 * 2 ** 20) }).text);
  expect(bomb?.length).toBe(packLimits.bytes + 1);
  expect(readPack(bomb ?? new Uint8Array(), known)).toMatchObject({ error: { why: 'big' } });
});

test('no code of a stranger’s making stops the reader', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[A-Z2-7]{0,400}$/)), (text) => {
      const file = fileInCode(`COMMA:PACK:1:${text}`);
      expect(file === null || file.length <= packLimits.bytes + 1).toBe(true);
    }),
  );
});
