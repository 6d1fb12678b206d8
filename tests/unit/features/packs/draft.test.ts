import fc from 'fast-check';
import { expect, test } from 'vitest';

import { packsIn } from '#core/content/packs.ts';
import type { Step } from '#core/content/practice-steps.ts';
import {
  draftFields,
  draftRecordId,
  emptyDraft,
  emptyPractice,
  fileOf,
  moved,
  parseDraft,
  type PackDraft,
} from '#core/features/packs/draft.ts';
import {
  canBeAdded,
  emptyStep,
  fieldsOf,
  freshIds,
  moreSteps,
  optionsTyped,
  sentenceShown,
  sentenceTyped,
  usualSteps,
} from '#core/features/packs/draft-steps.ts';
import { codeHolds, codeOf, fileInCode } from '#core/features/packs/pack-code.ts';
import type { PackPractice } from '#core/features/packs/pack-schema.ts';
import { packLimits } from '#core/features/packs/schema-parts.ts';
import { readPack } from '#core/features/packs/read-pack.ts';
import { utf8 } from '#core/kernel/bytes.ts';

import { known } from './known.ts';
import { samples } from './samples.ts';

/** As somebody fills in a step: words in every field, and in every part of it. */
const filled = (step: Step, steps: readonly Step[]): Step => {
  const words = (value: unknown, key: string): unknown => {
    if (value === '') return key === 'of' ? 'a-card' : ' Here you are. ';
    if (key === 'options' || key === 'into' || key === 'items')
      return { choiceA: 'one', choiceB: 'two' };
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).map(([of, each]) => [of, words(each, of)]))
      : value;
  };
  const whole = words(step, '') as Step;
  return whole.k === 'blanks' ? sentenceTyped('I feel ___ because ____.', whole, steps) : whole;
};
const said = (step: Step): Step =>
  step.k === 'blanks'
    ? { ...step, blanks: step.blanks.map((blank) => ({ ...blank, hint: 'a word' })) }
    : step;

const everyStep = [...usualSteps, ...moreSteps];
const card: PackPractice = {
  ...emptyPractice('a-card'),
  ...{ kind: 'card', title: 'A card', about: 'One idea.' },
  steps: [{ k: 'page', heading: 'An idea', text: 'It is here.' }],
};

const written = (): PackDraft => ({
  ...emptyDraft('a-pack-of-mine'),
  name: ' Small things ',
  by: 'Sam',
  practices: [
    {
      ...emptyPractice('practice-1'),
      ...{ kind: 'together', title: 'A walk', about: 'A few steps outside.' },
      steps: everyStep.reduce<readonly Step[]>(
        (steps, kind) => [...steps, said(filled(emptyStep(kind, steps, 'a-card'), steps))],
        [],
      ),
    },
    card,
  ],
  people: [{ id: 'you', part: 'professionals', name: ' Your therapist ', text: '', hours: '' }],
});

test('what the editor makes of every kind of step that the player has is a pack that Comma takes', () => {
  expect(everyStep.toSorted()).toEqual(Object.keys(packsIn(['en']).preview.steps).toSorted());
  const read = readPack(utf8(JSON.stringify(fileOf(written()))), known);
  expect(read.ok ? read.value.leftOut : read.error).toBe(0);
  expect(read.ok && read.value.pack).toMatchObject({ name: 'Small things', edition: 1 });
  expect(read.ok && read.value.pack.people).toEqual([
    { id: 'you', part: 'professionals', name: 'Your therapist' },
  ]);
});

test('of every kind of step the editor asks for all that it begins with', () => {
  for (const kind of everyStep) {
    const asked = fieldsOf[kind].map((field) => ('key' in field ? field.key : field.as));
    const parts: Readonly<Record<string, string>> = { better: 'compared', id: '', k: '', top: '' };
    const apart: Readonly<Record<string, readonly string[]>> = {
      sentence: ['sentence', 'blanks'],
      answers: ['left', 'right'],
      starters: ['most'],
    };
    const covered = asked.flatMap((name) => apart[name] ?? [name]);
    const needed = Object.keys(emptyStep(kind, [])).filter((key) => parts[key] === undefined);
    expect(needed.filter((key) => !covered.includes(key))).toEqual([]);
  }
});

test('a step that leans on something is offered where that is: two answers, two people, a card', () => {
  const alone = { steps: [], together: false, cards: 0 };
  expect(everyStep.filter((kind) => !canBeAdded(kind, alone))).toEqual(['beside', 'turn', 'card']);
  const steps = [emptyStep('write', []), { ...emptyStep('body', []), id: 'answerB' } as Step];
  const all = { steps, together: true, cards: 1 };
  expect(everyStep.filter((kind) => !canBeAdded(kind, all))).toEqual([]);
});

test('a gap is two underscores or more, and keeps its id and what belongs in it while the sentence changes', () => {
  const begun = emptyStep('blanks', []);
  if (begun.k !== 'blanks') throw new Error('another kind');
  const one = sentenceTyped('I feel __ because _____.', begun, []);
  expect(one).toMatchObject({
    sentence: 'I feel {answerA} because {answerB}.',
    blanks: [{ id: 'answerA' }, { id: 'answerB' }],
  });
  expect(sentenceShown(one)).toBe('I feel ___ because ___.');
  const hinted = { ...one, blanks: one.blanks.map((each) => ({ ...each, hint: 'a word' })) };
  expect(sentenceTyped('Now I feel ___.', hinted, [hinted])).toMatchObject({
    sentence: 'Now I feel {answerA}.',
    blanks: [{ id: 'answerA', hint: 'a word' }],
  });
  expect(sentenceTyped('no gap', hinted, [hinted])).toMatchObject({
    sentence: 'no gap',
    blanks: [],
  });
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
  for (const id of [...ids, ...freshIds(steps, 2)]) expect(id).toMatch(/^[a-z][A-Za-z]*$/);
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
