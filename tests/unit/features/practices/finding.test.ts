import { expect, test } from 'vitest';

import type { Practice } from '#core/content/practice.ts';
import { practicesFor } from '#core/content/practices.ts';
import { favouriteFields, favouritesIn } from '#core/features/practices/favourites.ts';
import {
  anything,
  found,
  helpful,
  isAnything,
  recent,
  times,
  type Wish,
} from '#core/features/practices/finding.ts';
import type { Run } from '#core/features/practices/runs.ts';
import { areaFields, parseAreas, welcomeOf } from '#core/features/practices/welcome.ts';

const practice = (id: string, change: Partial<Practice> = {}): Practice => ({
  ...{ id, kind: 'guided', title: id, about: 'Outside.', rows: [4], level: 1, area: 'body' },
  ...{ minutes: 5, here: [], steps: [{ k: 'still', sec: 60, text: 'Be.' }], shortest: [0] },
  ...change,
});
const run = (of: string, startedAt: number, change: Partial<Run> = {}): Run => ({
  ...{ id: `run:${startedAt}`, practice: of, startedAt, ended: 'enough', short: false },
  ...{ scales: {}, helped: null, ...change },
});
const ids = (list: readonly Practice[]): string[] => list.map(({ id }) => id);
const wish = (change: Partial<Wish>): Wish => ({ ...anything, ...change });

const walk = practice('walk', { here: ['tense'], title: 'A café walk' });
const quick = practice('quick', {
  minutes: 1,
  steps: [{ k: 'still', sec: 60, short: 15, text: 'Be.' }],
});
const pair = practice('pair', { kind: 'together', here: ['tense', 'beforeTalk'] });
const all = [walk, quick, pair];

test('no wish at all is everything, in its own order', () => {
  expect(isAnything(wish({ text: ' ' }))).toBe(true);
  expect(ids(found(all, anything))).toEqual(['walk', 'quick', 'pair']);
});

test('what fits the time is there by its shortest version, and first what fits whole', () => {
  expect(ids(found(all, wish({ seconds: 20 })))).toEqual(['quick']);
  expect(ids(found(all, wish({ seconds: 60 })))).toEqual(['quick', 'walk', 'pair']);
});

test('wishes narrow each other, and words are found whatever their case and accents', () => {
  expect(ids(found(all, wish({ here: 'tense', who: 'alone' })))).toEqual(['walk']);
  expect(ids(found(all, wish({ here: 'tense', who: 'together' })))).toEqual(['pair']);
  expect(ids(found(all, wish({ text: 'WALK cafe' })))).toEqual(['walk']);
  expect(found(all, wish({ text: 'walk', who: 'together' }))).toEqual([]);
});

test('lately is each practice once, newest first, and none that is gone or not welcome', () => {
  const runs = [run('walk', 1), run('pair', 3), run('walk', 4), run('gone', 9)];
  expect(ids(recent(all, runs, 3))).toEqual(['walk', 'pair']);
});

test('what helped is by the person’s own word and numbers, best first; what did not is not there', () => {
  const scale = (id: string, better: 'lower' | 'higher'): Practice =>
    practice(id, {
      steps: [
        { k: 'scale', id: 'before', ask: 'How?', top: 10, low: 'a', high: 'b', better },
        { k: 'scale', id: 'after', ask: 'How?', top: 10, low: 'a', high: 'b', better },
      ],
    });
  const four = [scale('calmer', 'lower'), scale('surer', 'higher'), scale('worse', 'lower'), walk];
  const runs = [
    run('calmer', 1, { scales: { before: 8, after: 4 } }),
    run('surer', 2, { scales: { before: 2, after: 8 } }),
    run('worse', 3, { scales: { before: 2, after: 8 } }),
    run('walk', 4, { helped: 2 }),
    run('walk', 5, { scales: { before: 1 } }),
  ];
  expect(ids(helpful(four, runs, 5))).toEqual(['walk', 'surer', 'calmer']);
});

test('intimacy is unseen until it is asked for, and any area can be left off', () => {
  const close = practice('close', { area: 'intimacy' });
  const welcome = parseAreas({});
  expect(welcome).not.toContain('intimacy');
  expect(ids(welcomeOf([walk, close], welcome))).toEqual(['walk']);
  const asked = parseAreas({ ...areaFields('intimacy', true), ...areaFields('body', false) });
  expect(ids(welcomeOf([walk, close], asked))).toEqual(['close']);
});

test('a heart is given and taken, each on its own', () => {
  const fields = { ...favouriteFields('walk', true), ...favouriteFields('pair', false), other: 1 };
  expect(favouritesIn(fields)).toEqual(['walk']);
});

test('whatever time there is and whatever is here, there is something to do alone', () => {
  const welcome = welcomeOf(practicesFor(['en']).practices, parseAreas({}));
  for (const seconds of times)
    expect(found(welcome, wish({ seconds, who: 'alone' })).length).toBeGreaterThan(0);
});
