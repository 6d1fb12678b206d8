/** Two people, one screen, a list each: what the one said no to is read by nobody else. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { practiceProblems } from '#core/content/practice-problems.ts';
import type { Practice } from '#core/content/practice.ts';
import type { BesideStep, Step } from '#core/content/practice-steps.ts';
import { structureProblems } from '#core/content/practice-structure.ts';
import { practicesFor } from '#core/content/practices.ts';
import {
  ahead,
  beginPlay,
  movePlay,
  type Answers,
  type Sorted,
} from '#core/features/practices/play.ts';
import {
  calledBy,
  hasWords,
  journalText,
  sharedLines,
  type Saying,
} from '#core/features/practices/play-texts.ts';

const { practices } = practicesFor(['en']);
const given = practices.find(({ id }) => id === 'two-lists');
if (!given) throw new Error('there is no such practice');
const practice: Practice = given;
const otherwise = { to: '', of: '', begins: '' };
const saying: Saying = {
  wordOf: (id) => id,
  scale: String,
  people: { A: calledBy('Ana', otherwise), B: calledBy('Bo', otherwise) },
};
const at = (id: string): number =>
  practice.steps.findIndex((step) => 'id' in step && step.id === id);
const meeting = practice.steps.findIndex(({ k }) => k === 'beside');
const step = practice.steps[meeting] as BesideStep;
const told = (answers: Answers): readonly string[] =>
  sharedLines(practice, step, answers, saying).map(({ thing, said }) =>
    [thing, ...said].join(' | '),
  );
const yes = { showA: ['yes'], showB: ['yes'] };

test('what both leave open stands side by side, with the notes; giving stands with receiving', () => {
  const answers: Answers = {
    ...yes,
    listA: [
      { item: 'slow', into: 'yes' },
      { item: 'hands', into: 'askMe' },
      { item: 'rub', side: 'give', into: 'yesIf', note: 'on Sundays' },
      { item: 'hug', side: 'give', into: 'yes' },
      { item: 'seen', into: 'no' },
    ],
    listB: [
      { item: 'slow', into: 'notNow' },
      { item: 'hands', into: 'yes' },
      { item: 'rub', side: 'take', into: 'yes' },
      { item: 'hug', side: 'give', into: 'yes' },
      { item: 'seen', into: 'yes' },
    ],
  };
  const expected = [
    'holding hands | Ana: ask me | Bo: yes',
    'a back rub | Ana, giving: yes, if … (on Sundays) | Bo, receiving: yes',
  ];
  expect(told(answers)).toEqual(expected);
  expect(journalText(practice, answers, saying).split('\n')).toEqual([
    'This is what you both leave open.',
    ...expected.flatMap((line) => line.split(' | ')),
  ]);
});

const list = practice.steps[at('listA')];
if (list?.k !== 'sort') throw new Error('there is no list');
const sorted = fc.uniqueArray(
  fc.record({
    item: fc.constantFrom(...Object.keys(list.items ?? {})),
    into: fc.constantFrom(...Object.keys(list.into)),
    note: fc.constantFrom('one', 'two', 'three'),
  }),
  { selector: ({ item }) => item },
);
const answered = fc.constantFrom<readonly string[]>(['yes'], ['no'], []);

test('whatever they say, nothing that one of them keeps closed is shown or kept, and without a yes from each nothing is', () => {
  fc.assert(
    fc.property(sorted, sorted, answered, answered, (listA, listB, showA, showB) => {
      const answers: Answers = { listA, listB, showA, showB };
      const open = ({ into }: Sorted): boolean => !['no', 'notNow'].includes(into);
      const both = listA.filter(
        (one) => open(one) && listB.some((other) => other.item === one.item && open(other)),
      );
      const names = [showA, showB].every((each) => each.includes('yes'))
        ? both.map(({ item }) => list.items?.[item])
        : [];
      expect(
        told(answers)
          .map((line) => line.split(' | ')[0])
          .toSorted(),
      ).toEqual(names.toSorted());
      expect(hasWords(practice, answers)).toBe(names.length > 0);
      const kept = journalText(practice, answers, saying);
      expect(kept === '').toBe(names.length === 0);
      expect(kept).not.toMatch(/: (no|not now|not today)\b/);
      for (const name of Object.values(list.items ?? {}))
        expect(kept.includes(name)).toBe(names.includes(name));
    }),
  );
});

test('once the screen has changed hands, no way back leads to what the other answered', () => {
  const seen = (from: number): number[] => {
    let play = { ...beginPlay(practice, false, { wall: 0, at: 0 }), step: from };
    const steps = [from];
    practice.steps.forEach(() => {
      play = movePlay(play, { type: 'back' }, practice, 0);
      steps.push(play.step);
    });
    return steps;
  };
  const closed = ['listA', 'showA', 'listB', 'showB'].map(at);
  for (const from of ahead(practice, beginPlay(practice, false, { wall: 0, at: 0 }))) {
    const others = closed.filter((each) =>
      from > at('showB') ? true : from > at('showA') ? each <= at('showA') : false,
    );
    expect(seen(from).filter((each) => others.includes(each))).toEqual([]);
  }
  // Among their own answers they go back as anywhere.
  expect(seen(at('showB'))).toContain(at('listB'));
});

test('a practice that would tell one of them what the other said does not hold together', () => {
  expect(practiceProblems([practice]).filter((each) => each.includes('share'))).toEqual([]);
  const changed = (change: (steps: readonly Step[]) => readonly Step[]): unknown =>
    structureProblems({ ...practice, steps: change(practice.steps), shortest: [0] }).some(
      ({ what }) => what === 'shared',
    );
  const set = (id: string, fields: object) => (steps: readonly Step[]) =>
    steps.map((each) => ('id' in each && each.id === id ? { ...each, ...fields } : each));
  const meet = (fields: object) => (steps: readonly Step[]) =>
    steps.map((each) => (each.k === 'beside' ? { ...each, ...fields } : each));
  expect(changed((steps) => steps)).toBe(false);
  for (const change of [
    set('listB', { items: { other: 'something else' } }),
    set('listA', { own: 3 }),
    set('showB', { ask: 'It was {showA}. And you?', without: 'And you?' }),
    set('showB', { when: { id: 'showA', is: ['yes'] } }),
    meet({ shared: { into: ['yes'], asked: ['showA'] } }),
    meet({ shared: { into: ['maybe'], asked: ['showA', 'showB'] } }),
    (steps: readonly Step[]) => steps.filter((each) => each.k !== 'turn' || each.who !== 'B'),
    (steps: readonly Step[]) => steps.toSpliced(meeting - 1, 1),
    (steps: readonly Step[]) =>
      [...steps, { ...step, shared: undefined } as unknown as Step].map(
        (each) => JSON.parse(JSON.stringify(each)) as Step,
      ),
  ])
    expect(changed(change)).toBe(true);
});
