import { expect, test } from 'vitest';

import { freshState } from '#core/features/pauses/engine-state.ts';
import {
  besideNext,
  minutesShown,
  nextWords,
  type Beside,
} from '#core/features/pauses/next-words.ts';
import type { NextPause } from '#core/features/pauses/next.ts';
import { defaultPrompt } from '#core/features/pauses/prompt.ts';
import { defaultRules } from '#core/features/pauses/rules.ts';

const at = Date.parse('2026-11-23T15:30:00Z');
const now = { wall: at - 3_600_000, zone: 'UTC' };
const words = (next: NextPause | null, beside: Beside = {}): string => {
  const { title, below } = nextWords(next, now, 'en-GB', beside);
  return `${title}. ${below}`;
};

test.each([
  [{ type: 'in', prompt: 'main', minutes: 24, at, snoozed: false }, /^Next pause in 24 min\./],
  [{ type: 'in', prompt: 'main', minutes: 0, at, snoozed: false }, /^Next pause any moment\./],
  [
    { type: 'in', prompt: 'main', minutes: 5, at, snoozed: true },
    /Later, as you asked: at 15:30\.$/,
  ],
  [{ type: 'quiet', until: at }, /^Quiet until 15:30\./],
  [{ type: 'outside', opens: at }, /^Outside your hours\. Pauses begin 15:30\.$/],
  [{ type: 'outside' }, /No hours are set\.$/],
  [{ type: 'outside', closes: at }, /^No more pauses today\. Your hours end 15:30/],
  [{ type: 'away', since: at }, /Being away counts\.$/],
  [{ type: 'outside', opens: at + 86_400_000 }, /Pauses begin Tuesday 15:30\.$/],
  [{ type: 'off' }, /^Pauses are off\./],
  [null, /^A pause whenever you like\./],
] satisfies [NextPause | null, RegExp][])('%o is said in plain words', (next, said) => {
  expect(words(next)).toMatch(said);
});

const coming: NextPause = { type: 'in', prompt: 'main', minutes: 24, at, snoozed: false };

test('a pause of another day is named by its day, without a word in front', () => {
  expect(words({ ...coming, minutes: 1500, at: at + 86_400_000 })).toMatch(
    /^Next pause Tuesday 15:30\./,
  );
  expect(words({ ...coming, minutes: 180 })).toMatch(/^Next pause at 15:30\./);
});

test('in a call there are no minutes to count down, only that pauses wait', () => {
  expect(words(coming, { call: {} })).toBe('In a call. Pauses wait until it is over.');
  expect(words(coming, { call: { until: at } })).toMatch(/15:30 at the latest\.$/);
  expect(minutesShown(coming)).toBe(24);
  expect(minutesShown(coming, { call: {} })).toBeNull();
});

test('a day off says so instead of speaking of hours', () => {
  expect(words({ type: 'outside', opens: at + 86_400_000 }, { off: true })).toBe(
    'Off today. Pauses begin again Tuesday 15:30.',
  );
  expect(words({ type: 'outside' }, { off: true })).toMatch(/^Off today\./);
});

const lunch = { ...defaultPrompt, name: ' Lunch ' };
const state = { ...freshState({ ...now, mono: 0, boot: 'b' }), call: null };
const rules = { ...defaultRules, prompts: [lunch] };

test('the name that the person gave is said of what is coming', () => {
  const beside = besideNext(coming, state, rules, now);
  expect(words(coming, beside)).toMatch(/“Lunch”/);
});

test('while a screen is shared the name is not said', () => {
  const shared = { ...state, around: { sharing: now.wall } };
  expect(words(coming, besideNext(coming, shared, rules, now))).not.toMatch(/Lunch/);
});

test('a call is one that the person told of until then, or one that is seen', () => {
  const told = { at: now.wall, until: at };
  expect(besideNext(coming, { ...state, call: told }, rules, now).call).toEqual({ until: at });
  const over = { at: now.wall, until: now.wall };
  expect(besideNext(coming, { ...state, call: over }, rules, now).call).toBeUndefined();
  const seen = { ...state, around: { meeting: now.wall } };
  expect(besideNext(coming, seen, rules, now).call).toEqual({});
});

test('a day off is known by the date where the person is', () => {
  const off = { ...rules, daysOff: [{ from: '2026-11-24', until: '2026-11-24' }] };
  const late = { wall: Date.parse('2026-11-23T23:30:00Z'), zone: 'UTC' };
  expect(besideNext(coming, state, off, late).off).toBe(false);
  expect(besideNext(coming, state, off, { ...late, zone: 'Europe/Berlin' }).off).toBe(true);
});

test('until the browser has looked at its locale, only lines without a clock time are said', () => {
  const early = (next: NextPause | null | undefined): readonly string[] => {
    const { title, below } = nextWords(next, now, 'en-GB', {}, false);
    return [title, below].map((line) => line.trim());
  };
  expect(early({ type: 'in', prompt: 'main', minutes: 24, at, snoozed: false })).toEqual([
    'Next pause in 24 min',
    'Or take one now. Ninety seconds is plenty.',
  ]);
  expect(early({ type: 'outside', opens: at })).toEqual(['Outside your hours', '']);
  expect(early({ type: 'quiet', until: at })).toEqual(['', 'Comma asks nothing.']);
});

test('what is not known yet is said by nothing, not by a guess', () => {
  const { title, below } = nextWords(undefined, now, 'en-GB');
  expect([title.trim(), below.trim()]).toEqual(['', '']);
});
