import fc from 'fast-check';
import { expect, test } from 'vitest';

import { heres, type Practice } from '#core/content/practice.ts';
import { practiseIn } from '#core/content/practise.ts';
import { practicesFor } from '#core/content/practices.ts';
import { favouriteFields, favouritesIn } from '#core/features/practices/favourites.ts';
import {
  anything,
  following,
  found,
  helpful,
  isAnything,
  recent,
  times,
  type Wish,
} from '#core/features/practices/finding.ts';
import type { Run } from '#core/features/practices/runs.ts';
import {
  areaFields,
  areasAsked,
  areasOpen,
  asksAreas,
  parseAreas,
  welcomeOf,
} from '#core/features/practices/welcome.ts';

const practice = (id: string, change: Partial<Practice> = {}): Practice => ({
  ...{ id, kind: 'guided', title: id, about: 'Outside.', rows: [4], level: 1, area: 'body' },
  ...{ minutes: 5, here: [], steps: [{ k: 'still', sec: 60, text: 'Be.' }], shortest: [0] },
  ...change,
});
const run = (of: string, startedAt: number, change: Partial<Run> = {}): Run => ({
  ...{ id: `run:${startedAt}`, practice: of, startedAt, ended: 'enough', short: false },
  ...{ scales: {}, helped: null, entry: '', after: '', ...change },
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

test('a slip of the finger is no matter, and words as they are typed come first', () => {
  const breath = practice('breath', { title: 'Six slow breaths' });
  const breadth = practice('breadth', { title: 'Width', about: 'A breadth of room.' });
  const list = [breadth, breath, walk];
  for (const typed of ['braeth', 'breth', 'breaaths', 'slwo', 'breaths'])
    expect(ids(found(list, wish({ text: typed }))), typed).toContain('breath');
  expect(ids(found(list, wish({ text: 'breath' })))).toEqual(['breath']);
  expect(ids(found(list, wish({ text: 'wlak' })))).toEqual(['walk']);
  // Short words have no room for a slip, and other words are not near.
  expect(found(list, wish({ text: 'sox' }))).toEqual([]);
  expect(found(list, wish({ text: 'zeppelin' }))).toEqual([]);
  fc.assert(
    fc.property(fc.string(), (text) => {
      expect(found(list, wish({ text })).every((each) => list.includes(each))).toBe(true);
    }),
  );
});

test('what is here is found by its words, and a title before what is only said', () => {
  const tongue = practiseIn(['en']).find;
  expect(ids(found(all, wish({ text: 'tense' }), tongue))).toEqual(['walk', 'pair']);
  const said = practice('said', { about: 'Walk out.' });
  expect(ids(found([said, walk], wish({ text: 'walk' })))).toEqual(['walk', 'said']);
});

test('a search knows other words and other endings, and what is said inside; one word of several is better than nothing', () => {
  const tongue = practiseIn(['en']).find;
  const { practices } = practicesFor(['en']);
  const titles = (text: string): string[] =>
    found(welcomeOf(practices, parseAreas({})), wish({ text }), tongue).map(({ title }) => title);
  for (const typed of ['breathing', 'Breaths', 'breathe'])
    expect(titles(typed)[0], typed).toBe('Six slow breaths');
  for (const typed of [
    'panic',
    'insomnia',
    'angry boss',
    'my inner critic',
    'forgiving',
    'shoulders',
  ])
    expect(titles(typed).length, typed).toBeGreaterThan(0);
  expect(titles('zzzz')).toEqual([]);
  const inside = practice('inside', { steps: [{ k: 'say', text: 'Look at the harbour.' }] });
  expect(ids(found([walk, inside], wish({ text: 'harbours' }), tongue))).toEqual(['inside']);
  // Said in its title or sentence, it comes alone.
  const harbour = practice('harbour', { about: 'A harbour.' });
  expect(ids(found([inside, harbour], wish({ text: 'harbour' }), tongue))).toEqual(['harbour']);
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

test('with the area for adults off, nothing of it is in a list, a search, a way on or a card', () => {
  const { practices } = practicesFor(['en']);
  const welcome = welcomeOf(practices, parseAreas({}));
  const off = practices.filter(({ area }) => area === 'intimacy');
  expect(off.length).toBeGreaterThan(5);
  const seen = [...times, null].flatMap((seconds) =>
    [...heres, null].flatMap((here) => found(welcome, wish({ seconds, here }))),
  );
  for (const { title } of off) seen.push(...found(welcome, wish({ text: title })));
  const shown = new Set(ids(seen));
  const hidden = new Set(ids(off));
  expect([...shown].filter((id) => hidden.has(id))).toEqual([]);
  // Nor does any other practice lean on one of them, or speak of what they speak of.
  const leaning = welcome.filter(({ steps }) =>
    steps.some((step) => step.k === 'card' && hidden.has(step.of)),
  );
  expect(ids(leaning)).toEqual([]);
  const said = welcome.map((each) => JSON.stringify({ ...each, next: [], sources: [] }));
  expect(said.filter((text) => /\b(sex|intimacy|arous|erotic|libido)/i.test(text))).toEqual([]);
  const asked = welcomeOf(practices, parseAreas(areaFields('intimacy', true)));
  expect(asked).toHaveLength(practices.length);
});

test('which areas are welcome is asked of everybody once, whatever they chose before it; it stays while it is answered', () => {
  expect(asksAreas({})).toBe(true);
  expect(asksAreas({ 'pauses.snoozeMinutes': 10 })).toBe(true);
  expect(asksAreas({ ...areaFields('work', false), ...areasOpen })).toBe(true);
  expect(asksAreas({ ...areaFields('work', false), ...areasOpen, ...areasAsked })).toBe(false);
  // Who had switched one by themselves before this was asked has answered.
  expect(asksAreas(areaFields('work', false))).toBe(false);
});

test('what is of level 2 comes up by itself neither among what was done lately nor among what helped', () => {
  const tender = practice('tender', { level: 2 });
  const runs = [run('walk', 1, { helped: 1 }), run('tender', 2, { helped: 2 })];
  expect(ids(recent([...all, tender], runs, 3))).toEqual(['walk']);
  expect(ids(helpful([...all, tender], runs, 3))).toEqual(['walk']);
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

const leads = (from: Partial<Practice>, to: Partial<Practice>): readonly string[] =>
  ids(following(practice('from', { next: ['gone', 'to'], ...from }), [practice('to', to)]));

test('after a practice stands what goes well with it, in its own order, and nothing that is not welcome or not there', () => {
  const from = practice('from', { next: ['two', 'gone', 'one'] });
  expect(ids(following(from, [practice('one'), practice('other'), practice('two')]))).toEqual([
    'two',
    'one',
  ]);
  expect(following(practice('alone'), all)).toEqual([]);
});

test('what is of level 2 is offered only to somebody who had come to something of level 2', () => {
  expect(leads({ level: 0 }, { level: 1 })).toEqual(['to']);
  expect(leads({ level: 0 }, { level: 2 })).toEqual([]);
  expect(leads({ level: 1 }, { level: 2 })).toEqual([]);
  expect(leads({ level: 2 }, { level: 2 })).toEqual(['to']);
});

test('what is for adults is offered after nothing of another area, whoever wrote it and whatever is welcome', () => {
  expect(leads({ area: 'body' }, { area: 'intimacy' })).toEqual([]);
  expect(leads({ area: 'body', level: 2 }, { area: 'intimacy', level: 2 })).toEqual([]);
  expect(leads({ area: 'intimacy' }, { area: 'intimacy' })).toEqual(['to']);
  expect(leads({ area: 'intimacy' }, { area: 'body' })).toEqual(['to']);
});

test('of everything there is, with every area welcome, nothing below level 2 leads to level 2, and every card still leads somewhere', () => {
  const everything = practicesFor(['en']).practices;
  for (const from of everything) {
    const offered = following(from, everything);
    if (from.level < 2) expect(offered.every(({ level }) => level < 2)).toBe(true);
    expect(ids(offered), from.id).toEqual(from.next ?? []);
    if (from.kind === 'card') expect(offered, from.id).not.toEqual([]);
  }
});
