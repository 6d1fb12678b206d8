import { expect, test } from 'vitest';

import { isEmpty, notesOf, parsePlan, peopleOf, stepsOf } from '#core/features/help/plan.ts';
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
