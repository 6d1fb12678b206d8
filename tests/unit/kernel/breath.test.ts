import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  breathAt,
  breathPatterns,
  fourSix,
  wholeBreathsMs,
  type BreathPattern,
} from '#core/kernel/breath.ts';

test.each([
  [0, { phase: 'in', progress: 0, cycle: 0, secondsLeft: 4 }],
  [3_999, { phase: 'in', progress: 0.99975, cycle: 0, secondsLeft: 1 }],
  [4_000, { phase: 'out', progress: 0, cycle: 0, secondsLeft: 6 }],
  [7_000, { phase: 'out', progress: 0.5, cycle: 0, secondsLeft: 3 }],
  [10_000, { phase: 'in', progress: 0, cycle: 1, secondsLeft: 4 }],
  [61_000, { phase: 'in', progress: 0.25, cycle: 6, secondsLeft: 3 }],
])('four in and six out: after %i ms', (elapsed, breath) => {
  expect(breathAt(fourSix, elapsed)).toMatchObject(breath);
});

test('a pattern with holds takes its turns in order, and a turn of no seconds is left out', () => {
  const box: BreathPattern = { id: 'box', in: 4, hold: 4, out: 4, rest: 4 };
  const phases = [0, 4, 8, 12, 16].map((seconds) => breathAt(box, seconds * 1000).phase);
  expect(phases).toEqual(['in', 'hold', 'out', 'rest', 'in']);
  expect(breathAt({ ...box, hold: 0 }, 4_000).phase).toBe('out');
});

test('a breath that has not begun, or a clock that lost its mind, is at the beginning', () => {
  for (const elapsed of [-5, Number.NaN, Number.POSITIVE_INFINITY])
    expect(breathAt(fourSix, elapsed)).toMatchObject({ phase: 'in', progress: 0, cycle: 0 });
});

test('at any moment the breath is inside its phase, and a cycle later it is the same one further', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...breathPatterns),
      fc.integer({ min: 0, max: 3_600_000 }),
      (pattern, elapsed) => {
        const now = breathAt(pattern, elapsed);
        const later = breathAt(pattern, elapsed + wholeBreathsMs(pattern, 0));
        expect(now.progress).toBeGreaterThanOrEqual(0);
        expect(now.progress).toBeLessThan(1);
        expect(later).toEqual({ ...now, cycle: now.cycle + 1 });
      },
    ),
  );
});

test('a pause holds whole breaths, at least one', () => {
  expect(wholeBreathsMs(fourSix, 45_000)).toBe(40_000);
  expect(wholeBreathsMs(fourSix, 3_000)).toBe(10_000);
});
