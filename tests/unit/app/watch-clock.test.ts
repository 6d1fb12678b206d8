import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { watchClock } from '#core/app/watch-clock.ts';

let wall = 0;
let mono = 0;
let jumps = 0;

beforeEach(() => {
  vi.useFakeTimers();
  [wall, mono, jumps] = [1_000_000, 500, 0];
  watchClock({ wall: () => wall, mono: () => mono, zone: () => 'UTC' }, () => (jumps += 1));
});
afterEach(() => {
  vi.useRealTimers();
});

function pass(seconds: number, claimed = seconds): void {
  mono += seconds * 1_000;
  wall += claimed * 1_000;
  vi.advanceTimersByTime(seconds * 1_000);
}

test('a clock that goes as time does is let be, however late its timer is', () => {
  pass(60);
  pass(5, 5.5);
  expect(jumps).toBe(0);
});

test.each([
  ['set back', -3_600],
  ['set ahead', 3_600],
])('a clock that was %s is noticed once', (_, by) => {
  pass(10);
  pass(5, 5 + by);
  expect(jumps).toBe(1);
  pass(60);
  expect(jumps).toBe(1);
});
