import { expect, test } from 'vitest';

import { nextWords } from '#core/features/pauses/next-words.ts';
import type { NextPause } from '#core/features/pauses/next.ts';

const at = Date.parse('2026-11-23T15:30:00Z');
const words = (next: NextPause | null): string => {
  const { title, below } = nextWords(next, { wall: at - 3_600_000, zone: 'UTC' }, 'en-GB');
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
