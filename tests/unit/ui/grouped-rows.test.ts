import { expect, test } from 'vitest';
import fc from 'fast-check';

import { groupedRows } from '#core/ui/grouped-rows.ts';

interface Line {
  readonly id: string;
  readonly day: string;
}

const rowsOf = (lines: readonly Line[]): ReturnType<typeof groupedRows<Line>> =>
  groupedRows(
    lines,
    ({ id }) => id,
    ({ day }) => day,
  );

test('a heading stands before the first line of each day, and only there', () => {
  const a = { id: 'a', day: 'Sunday' };
  const b = { id: 'b', day: 'Sunday' };
  const c = { id: 'c', day: 'Saturday' };
  expect(rowsOf([a, b, c])).toEqual([
    { type: 'heading', key: 'heading Sunday', group: 'Sunday' },
    { type: 'item', key: 'a', item: a },
    { type: 'item', key: 'b', item: b },
    { type: 'heading', key: 'heading Saturday', group: 'Saturday' },
    { type: 'item', key: 'c', item: c },
  ]);
});

test('an empty list has no heading', () => {
  expect(rowsOf([])).toEqual([]);
});

test('keys are all different and a new line at the top changes none of the others', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(5), { maxLength: 40 }), (days) => {
      const lines = days
        .toSorted((one, other) => other - one)
        .map((day, at) => ({ id: `line-${at}`, day: `day ${day}` }));
      const before = rowsOf(lines).map(({ key }) => key);
      expect(new Set(before).size).toBe(before.length);
      const after = rowsOf([{ id: 'new', day: 'day 6' }, ...lines]).map(({ key }) => key);
      expect(after).toEqual(['heading day 6', 'new', ...before]);
    }),
  );
});
