import fc from 'fast-check';
import { expect, test } from 'vitest';

import { waitAfter, waitLeft } from '#core/vault/lock/tries.ts';

test('two slips cost nothing, and each wrong passphrase after the third doubles the wait up to five minutes', () => {
  expect([0, 1, 2, 3, 4, 5, 9, 10, 500].map(waitAfter)).toEqual([
    0, 0, 0, 5_000, 10_000, 20_000, 300_000, 300_000, 300_000,
  ]);
});

test('no clock, however it was set, makes anybody wait longer than the wait itself', () => {
  const count = fc.integer({ min: 0, max: 10_000 });
  const time = fc.integer({ min: -(10 ** 13), max: 10 ** 13 });
  fc.assert(
    fc.property(count, time, time, (wrong, at, now) => {
      const left = waitLeft({ wrong, at }, now);
      expect(left).toBeGreaterThanOrEqual(0);
      expect(left).toBeLessThanOrEqual(waitAfter(wrong));
    }),
  );
});
