import { expect, test } from 'vitest';

import { byPlace, moved, type Placed } from '#core/kernel/placed.ts';

const placed = (...orders: readonly number[]) =>
  orders.map((order, at) => ({ id: 'abcdef'[at] ?? String(at), order }));

const after = (all: readonly Placed[], id: string, by: -1 | 1) => {
  const changes = new Map(moved(all, id, by).map((change) => [change.id, change.order]));
  return all
    .map(({ id, order }) => ({ id, order: changes.get(id) ?? order }))
    .sort(byPlace)
    .map(({ id }) => id.slice(-1))
    .join('');
};

test.each([
  [[1, 2, 3], 'a', 1, 'bac', 1],
  [[1, 2, 3], 'c', -1, 'acb', 1],
  [[1, 2, 3], 'b', -1, 'bac', 1],
  [[1, 2, 3], 'b', 1, 'acb', 1],
  [[1, 2, 3], 'a', -1, 'abc', 0],
  [[1, 2, 3], 'c', 1, 'abc', 0],
  [[1, 1, 1], 'c', -1, 'acb', 3],
  [[0, 0, 0, 0], 'a', 1, 'bacd', 4],
] as const)('of %j, %s moved by %d gives %s with %d changes', (orders, id, by, order, count) => {
  const all = placed(...orders);
  expect(after(all, id, by)).toBe(order);
  expect(moved(all, id, by)).toHaveLength(count);
});

test('whatever is moved however often, it goes one place and nothing else changes its order', () => {
  let all = placed(1, 2, 3, 4, 5, 6);
  // Long enough to use up the room between two numbers many times over.
  for (let turn = 0; turn < 400; turn++) {
    const before = all.map(({ id }) => id);
    const from = (turn * 7) % 6 === 0 ? 1 : 2;
    const by = turn % 2 === 0 ? 1 : -1;
    const id = before[from] ?? '';
    const changes = new Map(moved(all, id, by).map((change) => [change.id, change.order]));
    all = all
      .map((each) => ({ ...each, order: changes.get(each.id) ?? each.order }))
      .sort((a, b) => a.order - b.order);
    const want = before.toSpliced(from, 1).toSpliced(from + by, 0, id);
    expect(all.map((each) => each.id)).toEqual(want);
  }
});
