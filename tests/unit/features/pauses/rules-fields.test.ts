import fc from 'fast-check';
import { expect, test } from 'vitest';

import { parsePrompts, type StoredPrompt } from '#core/features/pauses/prompt-fields.ts';
import {
  anchors,
  defaultPrompt,
  levels,
  promptLimits,
  type Cadence,
  type Prompt,
} from '#core/features/pauses/prompt.ts';
import { causes, countings, returnings, usualPolicies } from '#core/features/pauses/policies.ts';
import { parseRules } from '#core/features/pauses/rules-fields.ts';
import { promptFields, serialiseRules } from '#core/features/pauses/serialise-rules.ts';
import { defaultRules, ruleLimits, type PauseRules } from '#core/features/pauses/rules.ts';
import { type Json } from '#core/kernel/json.ts';

const stored = (id: string, fields: Record<string, Json>, alive = true): StoredPrompt => ({
  id: `prompt:${id}`,
  fields,
  alive,
});

const keptAs = (prompts: readonly Prompt[]): StoredPrompt[] =>
  prompts.map((prompt, order) => stored(prompt.id, promptFields(prompt, order)));

test('nothing chosen yet is the steady preset, and nothing to report', () => {
  expect(parseRules({}, [])).toEqual({ rules: defaultRules, repairs: [] });
});

test('T49: settings that make no sense are repaired and each repair is reported', () => {
  const { rules, repairs } = parseRules(
    {
      'pauses.idleMinutes': 0,
      'pauses.gapMinutes': Number.NaN,
      'pauses.withdrawMinutes': '60',
      'pauses.snoozeMinutes': 100_000,
      'pauses.hours.mon': '9:00-21:05:00',
      'pauses.hours.tue': 'sometimes',
      'pauses.policy.meeting': 'never mind',
      theme: 'dark',
    },
    [],
  );

  expect(rules).toEqual({
    ...defaultRules,
    idleMinutes: 1,
    snoozeMinutes: 120,
    hours: [[{ from: 540, until: 1265 }], ...defaultRules.hours.slice(1)],
  });
  expect(repairs).toEqual([
    { field: 'pauses.snoozeMinutes', stored: 100_000, used: 120 },
    { field: 'pauses.idleMinutes', stored: 0, used: 1 },
    { field: 'pauses.withdrawMinutes', stored: '60', used: 5 },
    { field: 'pauses.gapMinutes', stored: Number.NaN, used: 5 },
    { field: 'pauses.hours.mon', stored: '9:00-21:05:00', used: '09:00-21:05' },
    { field: 'pauses.hours.tue', stored: 'sometimes', used: '09:00-17:30' },
    { field: 'pauses.policy.meeting', stored: 'never mind', used: 'keep offer' },
  ]);
});

test('T49: a prompt that makes no sense is repaired field by field, with the name of each', () => {
  const { prompts, repairs } = parsePrompts([
    stored('tea', { cadence: 'clock', times: '26:00 noon', days: 'someday', length: 0, level: 4 }),
    stored('bell', { cadence: 'random', window: '09:00-09:00', count: 50, gap: -5 }),
    stored('bed', { cadence: 'anchor', anchor: 'moonrise', zone: 'Atlantis/Capital' }),
  ]);
  const of = (id: string): Prompt | undefined => prompts.find((prompt) => prompt.id === id);

  expect(of('tea')).toMatchObject({
    cadence: { times: [780], days: [1, 2, 3, 4, 5, 6, 7] },
    lengthSeconds: 10,
    level: 'card',
  });
  expect(of('bell')?.cadence).toMatchObject({ from: 540, until: 1200, gapMinutes: 10, count: 12 });
  expect(of('bed')).toMatchObject({ cadence: { anchor: 'woke' }, zone: null });
  expect(repairs.map(({ field }) => field)).toEqual([
    'prompt:bed.anchor',
    'prompt:bed.zone',
    'prompt:bell.window',
    'prompt:bell.gap',
    'prompt:bell.count',
    'prompt:tea.times',
    'prompt:tea.days',
    'prompt:tea.length',
    'prompt:tea.level',
  ]);
});

test('more times than fit into a window with their gap become as many as fit', () => {
  const { prompts, repairs } = parsePrompts([
    stored('bell', { cadence: 'random', window: '09:00-11:00', count: 6, gap: 45 }),
  ]);
  expect(prompts.find(({ id }) => id === 'bell')?.cadence).toMatchObject({ count: 2 });
  expect(repairs).toEqual([{ field: 'prompt:bell.count', stored: 6, used: 2 }]);
});

test('the first prompt is there until it is removed, and prompts stand in their order', () => {
  const tea = stored('tea', { cadence: 'clock', order: -1 });
  expect(parsePrompts([tea]).prompts.map(({ id }) => id)).toEqual(['tea', 'main']);
  const removed = stored('main', {}, false);
  expect(parsePrompts([tea, removed]).prompts.map(({ id }) => id)).toEqual(['tea']);
});

test('a day without hours is a choice, not a fault', () => {
  const { rules, repairs } = parseRules({ 'pauses.hours.wed': '' }, []);
  expect(rules.hours[2]).toEqual([]);
  expect(repairs).toEqual([]);
});

test('days off stand in order, and what is no date is none', () => {
  const { rules } = parseRules(
    {
      'pauses.off.2026-12-24': '2026-12-27',
      'pauses.off.2026-11-30': '2026-11-30',
      'pauses.off.2026-12-31': null,
      'pauses.off.soon': '2026-12-01',
      'pauses.off.2027-01-02': '2027-01-01',
    },
    [],
  );
  expect(rules.daysOff).toEqual([
    { from: '2026-11-30', until: '2026-11-30' },
    { from: '2026-12-24', until: '2026-12-27' },
  ]);
});

const minute = fc.integer({ min: 0, max: 1439 });
const within = ([min, max]: readonly [number, number]): fc.Arbitrary<number> =>
  fc.integer({ min, max });
const anyDays = fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 });
const anyWeek = fc.array(
  fc.array(
    fc
      .record({ from: minute, until: fc.integer({ min: 1, max: 1440 }) })
      .filter(({ from, until }) => from !== until),
    { maxLength: 3 },
  ),
  { minLength: 7, maxLength: 7 },
);

const anyCadence: fc.Arbitrary<Cadence> = fc.oneof(
  fc.record({
    type: fc.constant('active' as const),
    everyMinutes: within(promptLimits.everyMinutes),
  }),
  fc.record({
    type: fc.constant('clock' as const),
    times: fc
      .uniqueArray(minute, { minLength: 1, maxLength: 5 })
      .map((all) => all.toSorted((a, b) => a - b)),
    days: anyDays,
  }),
  fc
    .record({
      from: minute,
      length: fc.integer({ min: 240, max: 1439 }),
      gap: within([10, 60]),
      days: anyDays,
    })
    .map(({ from, length, gap, days }) => ({
      type: 'random' as const,
      count: Math.min(3, Math.floor(length / gap)),
      from,
      until: ((from + length - 1) % 1440) + 1,
      gapMinutes: gap,
      days,
    })),
  fc.record({
    type: fc.constant('anchor' as const),
    anchor: fc.constantFrom(...anchors),
    offsetMinutes: within(promptLimits.offsetMinutes),
  }),
);

const anyPrompt: fc.Arbitrary<Prompt> = fc.record({
  id: fc.stringMatching(/^[a-z]{8}$/),
  name: fc.string(),
  on: fc.boolean(),
  cadence: anyCadence,
  hours: fc.oneof(fc.constantFrom('usual' as const, 'any' as const), anyWeek),
  zone: fc.constantFrom(null, 'Africa/Cairo', 'Asia/Kolkata'),
  lengthSeconds: within(promptLimits.lengthSeconds),
  level: fc.constantFrom(...levels),
  decks: fc.subarray(['worth', 'body', 'questions']),
  practice: fc.constantFrom(null, 'ground', 'write'),
  chime: fc.boolean(),
  notice: fc.constantFrom('neutral', 'named'),
  together: fc.constantFrom('merge', 'space'),
});

const anyRules: fc.Arbitrary<PauseRules> = fc.record({
  on: fc.boolean(),
  prompts: fc.uniqueArray(anyPrompt, { maxLength: 4, selector: ({ id }) => id }),
  snoozeMinutes: within(ruleLimits.snoozeMinutes),
  idleMinutes: within(ruleLimits.idleMinutes),
  withdrawMinutes: within(ruleLimits.withdrawMinutes),
  gapMinutes: within(ruleLimits.gapMinutes),
  everyDevice: fc.boolean(),
  dayStart: within(ruleLimits.dayStart),
  usualSleep: within(ruleLimits.usualSleep),
  hours: anyWeek,
  daysOff: fc.constantFrom([], [{ from: '2026-12-24', until: '2026-12-27' }]),
  policies: fc.record(
    Object.fromEntries(
      causes.map((cause) => [
        cause,
        fc.record({ counts: fc.constantFrom(...countings), back: fc.constantFrom(...returnings) }),
      ]),
    ),
  ) as unknown as fc.Arbitrary<PauseRules['policies']>,
});

test('an end at midnight is the end of the day: a whole day stays one, and nothing is reported', () => {
  const night = [{ from: 22 * 60, until: 0 }];
  const hours = [[{ from: 0, until: 0 }], night, [], [], [], [], []];
  const fields = serialiseRules({ ...defaultRules, hours });
  expect(fields).toMatchObject({ 'pauses.hours.mon': '00:00-24:00' });
  const { rules, repairs } = parseRules({ ...fields, 'pauses.hours.wed': '22:00-00:00' }, []);
  expect(rules.hours[0]).toEqual([{ from: 0, until: 1440 }]);
  expect(rules.hours[1]).toEqual([{ from: 22 * 60, until: 1440 }]);
  expect(rules.hours[2]).toEqual(rules.hours[1]);
  expect(repairs).toEqual([]);
});

test('rules come back from their fields and records unchanged and without repairs', () => {
  fc.assert(
    fc.property(anyRules, (rules) => {
      const records = [...keptAs(rules.prompts), stored('main', {}, false)];
      expect(parseRules(serialiseRules(rules), records)).toEqual({ rules, repairs: [] });
    }),
  );
});

test('T49: whatever is stored, every number comes out within its limits and never twice repaired', () => {
  const fields = Object.keys(serialiseRules(defaultRules));
  const names = [
    ...Object.keys(promptFields(defaultPrompt)),
    'times',
    'days',
    'window',
    'gap',
    'count',
  ];
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...fields), fc.anything()),
      fc.dictionary(fc.constantFrom(...names), fc.jsonValue()),
      fc.constantFrom('active', 'clock', 'random', 'anchor'),
      (kept, prompt, cadence) => {
        const record = stored('odd', { ...(prompt as Record<string, Json>), cadence });
        const { rules } = parseRules(kept, [record, stored('main', {}, false)]);
        for (const [field, [least, most]] of Object.entries(ruleLimits)) {
          const value = rules[field as keyof typeof ruleLimits];
          expect(value).toBeGreaterThanOrEqual(least);
          expect(value).toBeLessThanOrEqual(most);
        }
        expect(rules.hours).toHaveLength(7);
        expect(Object.keys(rules.policies)).toEqual(Object.keys(usualPolicies));
        const again = [...keptAs(rules.prompts), stored('main', {}, false)];
        expect(parseRules(serialiseRules(rules), again)).toEqual({ rules, repairs: [] });
      },
    ),
  );
});
