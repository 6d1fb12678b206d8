import fc from 'fast-check';
import { expect, test } from 'vitest';

import { readTarget, serialiseTarget } from '#core/features/anchors/consistency/target.ts';
import { anchorSorts, blankAnchor, type Anchor } from '#core/features/anchors/own/anchor.ts';
import {
  amountMeasure,
  clockMeasure,
  sourcesOf,
  withEvery,
  withMeasure,
  withSort,
  withSource,
  withSteps,
  withTimes,
  withUnit,
  type AnchorChange,
} from '#core/features/anchors/own/form-edits.ts';

const blank: Anchor = { ...blankAnchor('anchor:a'), name: 'A' };
const steps = (count: number) =>
  Array.from({ length: count }, (_, at) => ({
    ...{ id: String(at), text: 'x', minutes: null, order: at },
  }));

type Edit = (anchor: Anchor) => AnchorChange;
const anyEdit = fc.oneof(
  fc.constantFrom(...anchorSorts).map(
    (sort): Edit =>
      (anchor) =>
        withSort(anchor, sort),
  ),
  fc.constantFrom('none', 'week', 'month').map(
    (every): Edit =>
      (anchor) =>
        withEvery(anchor, every),
  ),
  fc.integer({ min: 0, max: 5 }).map(
    (count): Edit =>
      (anchor) =>
        withSteps(anchor, steps(count)),
  ),
  fc.string({ maxLength: 5 }).map(
    (unit): Edit =>
      (anchor) =>
        withUnit(anchor, unit),
  ),
  fc.constantFrom('before', 'after', 'between', 'within').map(
    (bound): Edit =>
      (anchor) =>
        anchor.sort === 'clock' && anchor.target
          ? withMeasure(anchor, clockMeasure(anchor.target.measure, bound, 1400))
          : {},
  ),
  fc.constantFrom('any', 'least', 'most').map(
    (bound): Edit =>
      (anchor) =>
        anchor.sort === 'amount' && anchor.target
          ? withMeasure(anchor, amountMeasure(anchor.target.measure, bound, anchor))
          : {},
  ),
);

test('whatever is changed in whatever order, the anchor can be kept and asks for what its sort can tell', () => {
  fc.assert(
    fc.property(fc.array(anyEdit, { maxLength: 12 }), (edits) => {
      const made = edits.reduce<Anchor>((anchor, edit) => ({ ...anchor, ...edit(anchor) }), blank);
      if (made.from) expect(sourcesOf[made.sort]).toContain(made.from);
      if (!made.target) return;
      expect(readTarget(serialiseTarget(made.target))).toEqual(made.target);
      expect(['yes', made.sort]).toContain(made.target.measure.type);
      if (made.target.measure.type === 'steps')
        expect(made.target.measure.least).toBeLessThanOrEqual(Math.max(1, made.steps.length));
    }),
  );
});

test('who asked for all the steps still does when there is one more; who asked for some still asks for those', () => {
  const routine = { ...blank, ...withSort(blank, 'steps'), steps: steps(3) };
  const asking = (least: number): Anchor => ({
    ...routine,
    target: { every: 'week', times: 7, measure: { type: 'steps', least } },
  });
  const least = (anchor: Anchor, count: number) => withSteps(anchor, steps(count)).target?.measure;
  expect(least(asking(3), 4)).toEqual({ type: 'steps', least: 4 });
  expect(least(asking(2), 4)).toEqual({ type: 'steps', least: 2 });
  expect(least(asking(2), 1)).toEqual({ type: 'steps', least: 1 });
});

test('a time, a unit and a number stay when the way of asking changes', () => {
  const before = clockMeasure({ type: 'yes' }, 'before', 1380);
  expect(clockMeasure({ ...before, minute: 60 } as typeof before, 'within', 1380)).toMatchObject({
    ...{ bound: 'within', minute: 60 },
  });
  const weekly = { ...blank, ...withEvery(blank, 'week') };
  const five = { ...weekly, ...withTimes(weekly, 5) };
  expect(withEvery(five, 'week').target?.times).toBe(5);
  const pages = { ...five, sort: 'amount', unit: 'pages' } as const;
  const asked = { ...pages, ...withMeasure(pages, amountMeasure({ type: 'yes' }, 'least', pages)) };
  expect(withUnit(asked, 'lines').target?.measure).toMatchObject({ unit: 'lines', amount: 20 });
});

test('an amount that movement keeps is counted in minutes, and one that is only done or not in nothing', () => {
  const walk = { ...blank, sort: 'amount', unit: 'km' } as const;
  expect(withSource(walk, 'movement', 'minutes')).toEqual({ from: 'movement', unit: 'minutes' });
  expect(withSource(blank, 'movement', 'minutes')).toEqual({ from: 'movement' });
  expect(withSource(walk, null, 'minutes')).toEqual({ from: null });
});
