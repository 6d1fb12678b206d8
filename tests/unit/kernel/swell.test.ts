import { expect, test } from 'vitest';

import { swell } from '#core/kernel/swell.ts';

test('the comma swells on the in-breath and settles on the out-breath without a jump between', () => {
  expect(swell('in', 0)).toBe(0);
  expect(swell('in', 1)).toBe(swell('hold', 0));
  expect(swell('hold', 1)).toBe(swell('out', 0));
  expect(swell('out', 1)).toBe(swell('rest', 0));
});

test('halfway in and halfway out it is half full', () => {
  expect(swell('in', 0.5)).toBeCloseTo(0.5);
  expect(swell('out', 0.5)).toBeCloseTo(0.5);
});

test('a progress from beyond the phase stays within the shape', () => {
  expect(swell('in', 7)).toBe(1);
  expect(swell('out', -3)).toBe(1);
});
