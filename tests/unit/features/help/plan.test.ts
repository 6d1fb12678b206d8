import { expect, test } from 'vitest';

import {
  isEmpty,
  moved,
  notesOf,
  parsePlan,
  peopleOf,
  stepsOf,
  type Plan,
} from '#core/features/help/plan.ts';
import type { Json } from '#core/kernel/json.ts';

type Fields = Readonly<Record<string, Json>>;

const record = (name: string, fields: Fields, text = '', alive = true) => ({
  ...{ id: `help:${name}`, fields, text, alive },
});

test('steps that say nothing are left out; what one can do alone is always there', () => {
  expect(stepsOf(parsePlan([]))).toEqual(['alone']);
  const plan = parsePlan([
    record('a', { part: 'safer', order: 1 }, 'The key is with Jo.'),
    record('b', { part: 'places', order: 2 }, '   '),
    record('c', { part: 'person', order: 1, name: 'Jo', 'part.ask': true }),
    record('d', { part: 'person', order: 2, 'part.company': true }),
  ]);
  expect(stepsOf(plan)).toEqual(['alone', 'ask', 'safer']);
});

test('a person stands in every step they are good for, with one number for all of them', () => {
  const plan = parsePlan([
    record('c', {
      ...{ part: 'person', name: 'Jo', reach: '555', order: 1 },
      ...{ 'part.ask': true, 'part.company': true, 'part.professionals': false },
    }),
  ]);
  expect(peopleOf(plan, 'ask')).toEqual(peopleOf(plan, 'company'));
  expect(peopleOf(plan, 'ask')).toHaveLength(1);
  expect(peopleOf(plan, 'professionals')).toEqual([]);
});

test('a record that makes no sense is left out, and the rest stands', () => {
  const plan = parsePlan([
    record('a', { part: 'nowhere' }, 'lost'),
    record('b', {}, 'lost'),
    record('c', { part: 'alone', order: 'first' }, 'tea'),
    record('d', { part: 'alone', order: 1 }, 'gone', false),
    { ...record('e', { part: 'alone' }, 'elsewhere'), id: 'line:e' },
    record('f', { part: 'person', name: 7, reach: null, 'part.ask': 'yes', order: Infinity }),
  ]);
  expect(notesOf(plan, 'alone').map(({ text }) => text)).toEqual(['tea']);
  expect(plan.people).toMatchObject([{ name: '', reach: '', parts: [], order: 0 }]);
});

test('blank lines and nobody in particular are an empty plan', () => {
  const blank = [record('a', { part: 'alone' }), record('b', { part: 'person', name: ' ' })];
  expect(isEmpty(parsePlan(blank))).toBe(true);
  expect(isEmpty(parsePlan([...blank, record('c', { part: 'signs' }, 'Hush.')]))).toBe(false);
});

const placed = (...orders: readonly number[]) =>
  orders.map((order, at) => ({ id: `help:${'abcdef'[at] ?? at}`, order }));

const after = (all: Plan['notes'] | ReturnType<typeof placed>, id: string, by: -1 | 1) => {
  const changes = new Map(moved(all, id, by).map((change) => [change.id, change.order]));
  return all
    .map(({ id, order }) => ({ id, order: changes.get(id) ?? order }))
    .sort((a, b) => a.order - b.order || (a.id < b.id ? -1 : 1))
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
  expect(after(all, `help:${id}`, by)).toBe(order);
  expect(moved(all, `help:${id}`, by)).toHaveLength(count);
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
