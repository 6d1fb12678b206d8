import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  anchorFields,
  anchorId,
  anchorSorts,
  blankAnchor,
  parseAnchor,
  type Anchor,
} from '#core/features/anchors/own/anchor.ts';
import {
  dayFields,
  dayNoteId,
  notedFields,
  parseDayNote,
  type DayNoted,
} from '#core/features/anchors/own/day-note.ts';
import {
  endedAt,
  parseRest,
  restFields,
  restId,
  restsOf,
} from '#core/features/anchors/own/rest.ts';
import { byPlace } from '#core/kernel/placed.ts';

const id = anchorId('a');
const walk: Anchor = {
  ...blankAnchor(id),
  ...{ name: 'A walk', sort: 'amount', unit: 'minutes', order: 2, madeAt: 5 },
  target: {
    ...{ every: 'week', times: 3 },
    measure: { type: 'amount', bound: 'least', amount: 20, unit: 'minutes' },
  },
};
const evening: Anchor = {
  ...blankAnchor(id),
  ...{ name: 'Winding down', sort: 'steps' },
  steps: [
    { id: 's', text: 'Tea', minutes: 10, order: 1 },
    { id: 't', text: 'Lights low', minutes: null, order: 2 },
  ],
};

const words = fc.string({ minLength: 1, maxLength: 30 }).filter((text) => text.trim() === text);
const anyAnchor: fc.Arbitrary<Anchor> = fc.record({
  id: fc.constant(id),
  name: words,
  sort: fc.constantFrom(...anchorSorts),
  unit: fc.string({ maxLength: 10 }),
  steps: fc
    .uniqueArray(
      fc.record({
        id: fc.stringMatching(/^[a-z]{1,4}$/),
        text: words,
        minutes: fc.option(fc.integer({ min: 1, max: 90 })),
        order: fc.integer({ min: -5, max: 5 }),
      }),
      { selector: (step) => step.id, maxLength: 6 },
    )
    .map((steps) => steps.sort(byPlace)),
  target: fc.constantFrom(null, walk.target, {
    ...({ every: 'month', times: 4 } as const),
    measure: { type: 'clock', bound: 'before', minute: 1380, grace: 60 } as const,
  }),
  from: fc.constantFrom(null, 'sleep', 'movement', 'meals'),
  order: fc.integer(),
  onToday: fc.boolean(),
  bedtime: fc.boolean(),
  asksReactive: fc.boolean(),
  tellsSteadiness: fc.boolean(),
  putAway: fc.boolean(),
  madeAt: fc.nat(),
});

test('whatever an anchor is, its fields tell it', () => {
  fc.assert(
    fc.property(anyAnchor, (anchor) => {
      const fields = anchorFields(null, anchor);
      expect(parseAnchor({ id, fields, text: '' })).toEqual(anchor);
    }),
  );
});

test('a change is told by what differs, and leads from the one to the other', () => {
  fc.assert(
    fc.property(anyAnchor, anyAnchor, (before, other) => {
      const { madeAt } = before;
      const after = { ...other, madeAt };
      expect(anchorFields(before, before)).toEqual({});
      const fields = { ...anchorFields(null, before), ...anchorFields(before, after) };
      expect(parseAnchor({ id, fields, text: '' })).toEqual(after);
    }),
  );
});

test('two devices that change two steps of one anchor change both', () => {
  const [tea, lights] = evening.steps;
  if (!tea || !lights) throw new Error('two steps');
  const here = { ...evening, steps: [{ ...tea, text: 'Herb tea' }, lights] };
  const there = { ...evening, steps: [tea, { ...lights, minutes: 5 }] };
  const fields = {
    ...anchorFields(null, evening),
    ...anchorFields(evening, here),
    ...anchorFields(evening, there),
  };
  const steps = parseAnchor({ id, fields, text: '' })?.steps;
  expect(steps).toMatchObject([{ text: 'Herb tea' }, { text: 'Lights low', minutes: 5 }]);
});

test('an anchor without a name, or of a sort to come, is not shown; a target to come is not asked', () => {
  const fields = anchorFields(null, walk);
  const parsed = (change: typeof fields) =>
    parseAnchor({ id, fields: { ...fields, ...change }, text: '' });
  expect(parsed({ name: '  ' })).toBeNull();
  expect(parsed({ sort: 'photo' })).toBeNull();
  expect(parsed({ target: { every: 'year', times: 1 } })).toMatchObject({ target: null });
  expect(parsed({ 'step.x': { text: 7 }, from: 'moon', order: 'first' })).toMatchObject({
    ...{ steps: [], from: null, order: 0 },
  });
});

const date = '2026-11-27';
const dayOf = (fields: ReturnType<typeof notedFields>) =>
  parseDayNote({
    ...{ id: dayNoteId(id, date), text: ' slow, and good ' },
    fields: { ...dayFields(id, date), ...fields },
  });

const anyNoted = fc.oneof(
  fc.constantFrom<DayNoted>(
    { type: 'yes' },
    { type: 'part' },
    { type: 'notToday' },
    { type: 'rest' },
  ),
  fc.record({ type: fc.constant('amount' as const), amount: fc.nat({ max: 5_000 }) }),
  fc.record({ type: fc.constant('clock' as const), minute: fc.nat({ max: 1439 }) }),
  fc.record({
    type: fc.constant('steps' as const),
    done: fc
      .uniqueArray(fc.constantFrom('a', 'b', 'c'), { minLength: 1 })
      .map((done) => done.sort()),
  }),
);

test('whatever is noted of a day is read as it was noted, in place of what was noted before', () => {
  fc.assert(
    fc.property(fc.option(anyNoted), fc.option(anyNoted), (before, after) => {
      const fields = { ...notedFields(null, before), ...notedFields(before, after) };
      expect(dayOf(fields)).toMatchObject({
        anchor: id,
        date,
        noted: after,
        note: 'slow, and good',
      });
    }),
  );
});

test('two devices that tick two steps tick both; without a tick nothing is noted', () => {
  const ticked = (...done: string[]): DayNoted => ({ type: 'steps', done });
  const both = { ...notedFields(null, ticked('a')), ...notedFields(null, ticked('b')) };
  expect(dayOf(both)?.noted).toEqual(ticked('a', 'b'));
  expect(dayOf({ ...both, ...notedFields(ticked('a', 'b'), ticked()) })?.noted).toBeNull();
});

test('a day of nobody knows what is no note', () => {
  const fields = { ...dayFields(id, date), ...notedFields(null, { type: 'yes' }) };
  const parsed = (change: typeof fields) =>
    parseDayNote({ id: 'x', text: '', fields: { ...fields, ...change } });
  expect(parsed({ day: '2026-02-30' })).toBeNull();
  expect(parsed({ anchor: '' })).toBeNull();
  expect(parsed({ noted: { type: 'clock', at: '25:00' } })?.noted).toBeNull();
  expect(parsed({ noted: { type: 'amount', amount: -1 }, reactive: 11 })).toMatchObject({
    ...{ noted: null, reactive: null },
  });
});

test('a rest is of some anchors or of all, and one that ends today leaves today open', () => {
  const rest = { from: '2026-11-25', until: null, anchors: [id] };
  const all = { ...rest, until: '2026-11-30', anchors: null };
  const parsed = [rest, all].flatMap(
    (each) => parseRest({ id: restId('r'), fields: restFields(each), text: '' }) ?? [],
  );
  expect(parsed).toEqual([rest, all].map((each) => ({ id: 'rest:r', ...each })));
  expect(restsOf(parsed, id)).toHaveLength(2);
  expect(restsOf(parsed, anchorId('b'))).toHaveLength(1);
  expect(parsed.map((each) => endedAt(each, date)?.until)).toEqual(['2026-11-26', '2026-11-26']);
  expect(parsed.map((each) => endedAt(each, '2026-11-25'))).toEqual([null, null]);
  for (const wrong of [{ until: '2026-11-24' }, { until: 'soon' }, { from: '' }, { anchors: 7 }])
    expect(
      parseRest({ id: 'rest:r', fields: { ...restFields(all), ...wrong }, text: '' }),
    ).toBeNull();
});
