// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { countShifts } from '#core/app/hurry.ts';

let now = 0;
let heard: number[] = [];
let stop = (): void => undefined;

beforeEach(() => {
  vi.useFakeTimers();
  [now, heard] = [0, []];
  stop = countShifts(
    () => now,
    (count) => heard.push(count),
  );
});
afterEach(() => {
  stop();
  vi.useRealTimers();
});

function press(key: string, after = 100): void {
  now += after;
  vi.advanceTimersByTime(after);
  for (const type of ['keydown', 'keyup']) dispatchEvent(new KeyboardEvent(type, { key }));
}

test('three Shifts within five seconds are heard one by one, and a fourth begins anew', () => {
  for (let times = 0; times < 4; times++) press('Shift');
  expect(heard).toEqual([1, 2, 3, 1]);
});

test('another key between them, or too long a rest, begins anew and says so', () => {
  press('Shift');
  press('A');
  press('Shift');
  vi.advanceTimersByTime(5_000);
  expect(heard).toEqual([1, 0, 1, 0]);
});

test('who types in capitals goes nowhere', () => {
  for (const letter of 'HERONS') {
    dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }));
    press(letter);
    dispatchEvent(new KeyboardEvent('keyup', { key: 'Shift' }));
  }
  expect(heard).not.toContain(2);
});
