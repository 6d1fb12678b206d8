/** T51: ten thousand days of times drawn at random, from a few seeds, checked for what a person relies on. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { drawMinutes } from '#core/features/pauses/random-times.ts';

const days = 10_000;
const seedOf = (prompt: string, day: number): string =>
  `${prompt} ${Temporal.PlainDate.from('2026-01-01').add({ days: day }).toString()}`;

const draws = fc.record({
  prompt: fc.string({ minLength: 1, maxLength: 12 }),
  count: fc.integer({ min: 1, max: 12 }),
  window: fc.integer({ min: 10, max: 1_440 }),
  gap: fc.integer({ min: 10, max: 240 }),
});

/**
 * Twenty seeds of five hundred days each. Times are whole minutes: two of them, each rounded down, can lose
 * one minute of the gap between them.
 */
test('T51: on every day there are as many as fit, within the window, a gap apart, in order', () => {
  fc.assert(
    fc.property(draws, ({ prompt, count, window, gap }) => {
      for (let day = 0; day < days / 20; day++) {
        const drawn = drawMinutes(seedOf(prompt, day), count, window, gap);
        const apart = drawn.slice(1).map((minute, index) => minute - (drawn[index] ?? 0));
        const sound =
          drawn.length === Math.max(1, Math.min(count, Math.floor(window / gap))) &&
          drawn.every((minute) => Number.isInteger(minute) && minute >= 0 && minute < window) &&
          apart.every((minutes) => minutes >= gap - 1);
        if (!sound) throw new Error(`day ${day}: ${drawn.join(' ')}`);
      }
    }),
    { numRuns: 20 },
  );
});

/**
 * Chi-square over 60 equal parts of the window. For the 59 degrees of freedom of independent draws 98.3 is
 * exceeded once in a thousand, 120 once in 200,000. Packed as tightly as they fit, twelve times move as one
 * and meet the 60 parts in 5 ways only: the figure is twelve times that of 4 degrees of freedom, where 23.5 is
 * exceeded once in 10,000. The seeds are fixed, so the bound only has to tell even cover from uneven.
 */
test.each([
  ['three in a working day', 3, 660, 60, 120],
  ['one in an hour', 1, 60, 10, 120],
  ['twelve, packed as tightly as they fit', 12, 720, 60, 12 * 23.5],
  ['two in a night', 2, 480, 30, 120],
])('T51: %s cover the window evenly', (name, count, window, gap, bound) => {
  const parts = 60;
  const seen = Array<number>(parts).fill(0);
  for (let day = 0; day < days; day++)
    for (const minute of drawMinutes(seedOf(name, day), count, window, gap)) {
      const part = Math.floor((minute / window) * parts);
      seen[part] = (seen[part] ?? 0) + 1;
    }
  const expected = (days * count) / parts;
  const chiSquare = seen.reduce((sum, times) => sum + (times - expected) ** 2 / expected, 0);
  expect(seen.reduce((sum, times) => sum + times)).toBe(days * count);
  expect(chiSquare).toBeLessThan(bound);
});

test('the bound is far exceeded when one hour in eleven is left out', () => {
  const parts = 60;
  const seen = Array<number>(parts).fill(0);
  for (let day = 0; day < days; day++)
    for (const minute of drawMinutes(seedOf('uneven', day), 3, 600, 60)) {
      const part = Math.floor((minute / 660) * parts);
      seen[part] = (seen[part] ?? 0) + 1;
    }
  const expected = (days * 3) / parts;
  expect(seen.reduce((sum, times) => sum + (times - expected) ** 2 / expected, 0)).toBeGreaterThan(
    1_000,
  );
});

test('T51: all devices of a person draw the same times, and each day and each prompt has its own', () => {
  const drawn = new Map<string, number>();
  for (let day = 0; day < days; day++) {
    const times = drawMinutes(seedOf('bell', day), 3, 660, 60);
    expect(drawMinutes(seedOf('bell', day), 3, 660, 60)).toEqual(times);
    drawn.set(times.join(' '), (drawn.get(times.join(' ')) ?? 0) + 1);
  }
  // Three times of 660 minutes: two days alike are rare, three in a row would be a bad seed.
  expect(drawn.size).toBeGreaterThan(days * 0.99);
  expect(drawMinutes('bell 2026-01-01', 3, 660, 60)).not.toEqual(
    drawMinutes('walk 2026-01-01', 3, 660, 60),
  );
});

test('T51: one day says nothing about the next', () => {
  const first = (day: number): number => drawMinutes(seedOf('bell', day), 1, 660, 60)[0] ?? 0;
  let product = 0;
  for (let day = 0; day < days; day++) product += (first(day) - 329.5) * (first(day + 1) - 329.5);
  const correlation = product / days / (660 ** 2 / 12);
  // Of independent days it strays 0.01 (1 / √days) from nothing; four times that is one in 16,000.
  expect(Math.abs(correlation)).toBeLessThan(0.04);
});
