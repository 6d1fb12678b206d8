import { expect, test } from 'vitest';

import { parseClock } from '#core/kernel/civil-time.ts';
import { daysEaten, likelyMeal, parseMeal, type Meal } from '#core/features/anchors/meals/meal.ts';
import {
  mealSettingsFields,
  parseMealSettings,
} from '#core/features/anchors/meals/meal-settings.ts';

const when = { at: Date.UTC(2026, 10, 27, 12), zone: 'Europe/Berlin', day: '2026-11-27' };
const parse = (fields: object): Meal | null =>
  parseMeal({ id: 'meal:a', fields: { ...when, ...fields }, text: '' });

test('a meal is when it was, what it is called and with what attention, and nothing else', () => {
  expect(parse({ sort: 'lunch', attention: 'attention', calories: 900, amount: 2 })).toEqual({
    ...{ id: 'meal:a', at: when.at, zone: when.zone, date: when.day },
    ...{ sort: 'lunch', attention: 'attention' },
  });
});

test.each([
  [{ sort: 'lunch' }, { sort: 'lunch', attention: null }],
  [{ sort: 'lunch', attention: 'very' }, { attention: null }],
  [{ sort: 'second breakfast' }, { sort: 'snack' }],
  [
    { sort: 'water', attention: 'attention' },
    { sort: 'water', attention: null },
  ],
])('of %o only what can be is read', (fields, read) => {
  expect(parse(fields)).toMatchObject(read);
});

test('what is on no day is no meal', () => {
  expect(parse({ zone: '' })).toBeNull();
});

test('a day with something eaten is one; a glass of water alone is none', () => {
  const meals = [
    parse({ sort: 'lunch' }),
    parse({ sort: 'dinner' }),
    parse({ sort: 'snack', day: '2026-11-26' }),
    parse({ sort: 'water', day: '2026-11-25' }),
  ].filter((each) => each !== null);
  expect([...daysEaten(meals)].sort()).toEqual(['2026-11-26', '2026-11-27']);
});

test('counts are hidden, and a line stands on Today, when asked for', () => {
  expect(parseMealSettings({})).toEqual({ hideCounts: false, onToday: false });
  expect(parseMealSettings(mealSettingsFields({ hideCounts: true, onToday: true }))).toEqual({
    hideCounts: true,
    onToday: true,
  });
});

test.each([
  ['04:00', 'breakfast'],
  ['10:59', 'breakfast'],
  ['11:00', 'lunch'],
  ['15:00', 'snack'],
  ['17:30', 'dinner'],
  ['22:00', 'snack'],
  ['03:59', 'snack'],
])('at %s one tap notes: %s', (clock, sort) => {
  expect(likelyMeal(parseClock(clock) ?? NaN)).toBe(sort);
});
