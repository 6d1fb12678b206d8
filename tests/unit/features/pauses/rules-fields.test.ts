import fc from 'fast-check';
import { expect, test } from 'vitest';

import { parseRules } from '#core/features/pauses/rules-fields.ts';
import { serialiseRules } from '#core/features/pauses/serialise-rules.ts';
import { defaultRules, ruleLimits, type PauseRules } from '#core/features/pauses/rules.ts';

test('nothing chosen yet is the steady preset, and nothing to report', () => {
  expect(parseRules({})).toEqual({ rules: defaultRules, repairs: [] });
});

test('T49: settings that make no sense are repaired and each repair is reported', () => {
  const { rules, repairs } = parseRules({
    'pauses.idleMinutes': 0,
    'pauses.everyMinutes': Number.NaN,
    'pauses.lengthSeconds': '60',
    'pauses.snoozeMinutes': 100_000,
    'pauses.hours.mon': '9:00-21:05:00',
    'pauses.hours.tue': 'sometimes',
    'pauses.surfaces': ['popup', 'billboard'],
    'pauses.betweenHours': 'never',
    theme: 'dark',
  });

  expect(rules).toEqual({
    ...defaultRules,
    idleMinutes: 1,
    snoozeMinutes: 120,
    surfaces: ['popup'],
    hours: [[{ from: 540, until: 1265 }], ...defaultRules.hours.slice(1)],
  });
  expect(repairs).toEqual([
    { field: 'pauses.everyMinutes', used: 50 },
    { field: 'pauses.lengthSeconds', used: 60 },
    { field: 'pauses.snoozeMinutes', used: 120 },
    { field: 'pauses.idleMinutes', used: 1 },
    { field: 'pauses.betweenHours', used: 'fresh' },
    { field: 'pauses.surfaces', used: ['popup'] },
    { field: 'pauses.hours.mon', used: '09:00-21:05' },
    { field: 'pauses.hours.tue', used: '09:00-17:30' },
  ]);
});

test('a day without hours is a choice, not a fault', () => {
  const { rules, repairs } = parseRules({ 'pauses.hours.wed': '' });
  expect(rules.hours[2]).toEqual([]);
  expect(repairs).toEqual([]);
});

const anyRules: fc.Arbitrary<PauseRules> = fc.record({
  on: fc.boolean(),
  everyMinutes: fc.integer({ min: 5, max: 240 }),
  lengthSeconds: fc.integer({ min: 10, max: 1200 }),
  snoozeMinutes: fc.integer({ min: 1, max: 120 }),
  idleMinutes: fc.integer({ min: 1, max: 30 }),
  withdrawMinutes: fc.integer({ min: 1, max: 60 }),
  dayStart: fc.integer({ min: 0, max: 12 }),
  betweenHours: fc.constantFrom('fresh', 'carry'),
  surfaces: fc.subarray(['badge', 'popup', 'window', 'notification', 'banner'] as const),
  chime: fc.boolean(),
  hours: fc.array(
    fc.array(
      fc.record({
        from: fc.integer({ min: 0, max: 1439 }),
        until: fc.integer({ min: 0, max: 1440 }),
      }),
      { maxLength: 3 },
    ),
    { minLength: 7, maxLength: 7 },
  ),
});

test('rules come back from their fields unchanged and without repairs', () => {
  fc.assert(
    fc.property(anyRules, (rules) => {
      expect(parseRules(serialiseRules(rules))).toEqual({ rules, repairs: [] });
    }),
  );
});

test('T49: whatever is stored, every number comes out within its limits and never twice repaired', () => {
  const fields = Object.keys(serialiseRules(defaultRules));
  fc.assert(
    fc.property(fc.dictionary(fc.constantFrom(...fields), fc.anything()), (stored) => {
      const { rules } = parseRules(stored);
      for (const [field, [least, most]] of Object.entries(ruleLimits)) {
        const value = rules[field as keyof typeof ruleLimits];
        expect(value).toBeGreaterThanOrEqual(least);
        expect(value).toBeLessThanOrEqual(most);
      }
      expect(rules.hours).toHaveLength(7);
      expect(parseRules(serialiseRules(rules))).toEqual({ rules, repairs: [] });
    }),
  );
});
