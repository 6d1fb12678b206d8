import fc from 'fast-check';
import { expect, test } from 'vitest';

import { partOfDay } from '#core/content/part-of-day.ts';
import type { Here, Practice } from '#core/content/practice.ts';
import { practicesFor } from '#core/content/practices.ts';
import type { Run } from '#core/features/practices/runs.ts';
import {
  answeredFields,
  chanceOf,
  parseAnswered,
  saidOn,
  suggest,
  type SuggestInput,
} from '#core/features/practices/suggestion.ts';
import { areaFields, parseAreas, welcomeOf } from '#core/features/practices/welcome.ts';

const { practices } = practicesFor(['en']);
const run = (practice: string, startedAt: number, helped: number | null): Run => ({
  ...{ id: `run:${startedAt}`, practice, startedAt, ended: 'finished', short: false, scales: {} },
  entry: '',
  after: '',
  helped,
});
const nothing: SuggestInput = {
  ...{
    practices,
    runs: [],
    favourites: [],
    given: new Set<string>(),
    day: 20_000,
    minute: 600,
    passed: [],
    random: 0.5,
  },
};
const idOf = (input: Partial<SuggestInput>): string | undefined =>
  suggest({ ...nothing, ...input })?.practice.id;

/** What was on the screen that day, when another was asked for so often. */
function shownOn(input: Partial<SuggestInput>, another: number): string[] {
  const passed: string[] = [];
  for (let asked = 0; asked <= another; asked++) {
    const id = idOf({ ...input, passed });
    if (id !== undefined) passed.push(id);
  }
  return passed;
}

const inputs = fc.record({
  day: fc.integer({ min: 0, max: 40_000 }),
  minute: fc.integer({ min: 0, max: 1439 }),
  random: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  runs: fc.array(
    fc
      .tuple(
        fc.constantFrom(...practices.map(({ id }) => id)),
        fc.integer({ min: 0, max: 1e12 }),
        fc.constantFrom(null, 0, 1, 2),
      )
      .map(([id, at, helped]) => run(id, at, helped)),
  ),
});

test('whatever there is, only what is of level 0 or 1 and welcome is suggested, to one person', () => {
  const welcome = welcomeOf(practices, parseAreas({}));
  fc.assert(
    fc.property(inputs, (input) => {
      const found = suggest({ ...nothing, practices: welcome, ...input })?.practice;
      if (!found) return;
      expect(found.level).toBeLessThan(2);
      expect(found.area).not.toBe('intimacy');
      expect(found.kind).not.toBe('together');
      expect(found.traceless).toBeUndefined();
    }),
  );
});

test('two days in a row never have the same, whatever was done meanwhile, and however often another was asked for', () => {
  const asked = fc.nat({ max: 6 });
  fc.assert(
    fc.property(inputs, inputs, asked, asked, (one, two, first, second) => {
      const today = shownOn(one, first);
      expect(today[0]).toBeDefined();
      const tomorrow = shownOn({ ...two, day: one.day + 1 }, second);
      expect(today.filter((id) => tomorrow.includes(id))).toEqual([]);
    }),
  );
});

test('it stays what it is until the part of the day is over', () => {
  const minute = fc.integer({ min: 0, max: 1439 });
  fc.assert(
    fc.property(inputs, minute, minute, (input, one, two) => {
      fc.pre(partOfDay(one) === partOfDay(two));
      expect(idOf({ ...input, minute: one })).toBe(idOf({ ...input, minute: two }));
    }),
  );
});

test.each<[string, number, readonly Here[]]>([
  ['at night for who cannot sleep', 180, ['cannotSleep']],
  ['in the afternoon for who is tense or unsure', 900, ['tense', 'unsure']],
  ['in the evening for who is sad, or hears a harsh voice', 1260, ['harshVoice', 'sad']],
])('%s there is more than at any other hour', (_, minute, is) => {
  const welcome = welcomeOf(practices, parseAreas({}));
  const share = (at: number): number =>
    [20_000, 20_001]
      .flatMap((day) => [...Array(200).keys()].map((chance) => ({ day, random: chance / 200 })))
      .map((input) => suggest({ ...nothing, practices: welcome, minute: at, ...input })?.practice)
      .filter((practice) => practice?.here.some((here) => is.includes(here))).length;
  for (const other of [180, 540, 900, 1260].filter((at) => at !== minute))
    expect(share(minute)).toBeGreaterThan(share(other));
});

test('another is never one that was passed over, until there is none', () => {
  const passed: string[] = [];
  for (const day of [20_000, 20_001])
    for (let id = idOf({ day }); id !== undefined; id = idOf({ day, passed })) {
      expect(passed).not.toContain(id);
      passed.push(id);
    }
  expect(passed.length).toBeGreaterThan(20);
});

const one = (change: Partial<Practice> = {}): Practice => ({
  ...{ id: 'walk', kind: 'guided', title: 'Walk', about: 'Out.', rows: [4], level: 1 },
  ...{ area: 'body', minutes: 5, here: [], shortest: [0], ...change },
  steps: [{ k: 'still', sec: 600, text: 'Be.' }],
});
const why = (practice: Practice, input: Partial<SuggestInput> = {}): unknown =>
  [0, 1]
    .map((day) => suggest({ ...nothing, practices: [practice], ...input, day }))
    .find((found) => found !== null)?.reason;

test('with the usual areas there are several for any day', () => {
  const welcome = welcomeOf(practices, parseAreas({}));
  for (const day of [20_000, 20_001]) {
    const passed: string[] = [];
    for (let more = 0; more < 4; more++) {
      const id = idOf({ practices: welcome, day, passed });
      expect(id).toBeDefined();
      passed.push(id ?? '');
    }
  }
});

test('the reason is the best one there is: it helped, it is loved, it was given, it fits the hour, it is short, it is new', () => {
  const helped = [run('walk', 5, 2), run('walk', 9, 1), run('walk', 12, null), run('other', 20, 2)];
  const evening = one({ here: ['harshVoice'] });
  const short: Practice = { ...one(), steps: [{ k: 'still', sec: 60, text: 'Be.' }] };
  expect(why(evening, { runs: helped, favourites: ['walk'] })).toEqual({ type: 'helped', at: 9 });
  expect(why(evening, { favourites: ['walk'], minute: 1200 })).toEqual({ type: 'favourite' });
  const given = new Set(['walk']);
  expect(why(evening, { favourites: ['walk'], given })).toEqual({ type: 'favourite' });
  expect(why(evening, { minute: 1200, given })).toEqual({ type: 'given' });
  expect(why(evening, { minute: 700, given, runs: [run('walk', 5, null)] })).toBeUndefined();
  expect(why(evening, { minute: 1200 })).toEqual({ type: 'part', part: 'evening' });
  expect(why(evening, { minute: 700 })).toEqual({ type: 'new' });
  expect(why(short)).toEqual({ type: 'short' });
  expect(why(one())).toEqual({ type: 'new' });
});

test('what did not help is not suggested, unless the person has a heart for it', () => {
  const runs = [run('walk', 5, 0)];
  expect(why(one(), { runs })).toBeUndefined();
  expect(why(one(), { runs, favourites: ['walk'] })).toEqual({ type: 'favourite' });
});

test('what helped comes more often than anything else', () => {
  const ten = Array.from({ length: 40 }, (_, at) => one({ id: `walk-${at}` }));
  const runs = [run('walk-3', 1, 2)];
  let often = 0;
  for (let day = 0; day < 2_000; day++)
    if (idOf({ practices: ten, runs, day, random: chanceOf(String(day)) }) === 'walk-3') often++;
  // One of about twenty weighs six: near a quarter of every other day.
  expect(often).toBeGreaterThan(150);
});

test('a day has the same chance whenever it is asked, and days differ', () => {
  const chances = Array.from({ length: 300 }, (_, day) => chanceOf(`2026-11-${day}`));
  expect(new Set(chances).size).toBe(300);
  expect(chances.every((chance) => chance >= 0 && chance < 1)).toBe(true);
  expect(chances.filter((chance) => chance < 0.5).length).toBeGreaterThan(100);
});

test('answers come back as they were given', () => {
  const answered = { day: '2026-11-27', passed: ['a-letter', 'reframe'], off: true };
  expect(parseAnswered(answeredFields(answered))).toEqual(answered);
  expect(parseAnswered({})).toEqual({ day: '', passed: [], off: false });
});

test('with the area for adults welcome, its cards may be suggested, and its level 2 may not', () => {
  const welcome = welcomeOf(practices, parseAreas(areaFields('intimacy', true)));
  const close = welcome.filter(({ area }) => area === 'intimacy');
  const seen = new Set<string>();
  const passed: string[] = [];
  for (
    let id = idOf({ practices: close });
    id !== undefined;
    id = idOf({ practices: close, passed })
  ) {
    seen.add(id);
    passed.push(id);
  }
  expect(close.filter(({ id }) => seen.has(id)).every(({ level }) => level < 2)).toBe(true);
});

test('what was passed over, and “not today”, hold for their day and no longer', () => {
  const answered = { day: '2026-11-27', passed: ['a-letter'], off: true };
  expect(saidOn(answered, '2026-11-27')).toEqual(answered);
  expect(saidOn(answered, '2026-11-28')).toEqual({ day: '2026-11-28', passed: [], off: false });
  expect(saidOn(parseAnswered({}), '2026-11-28').off).toBe(false);
});
