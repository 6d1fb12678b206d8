import { expect, test } from 'vitest';

import { chimeSamples } from '#core/ui/chime.ts';

test('the chime begins and ends in silence and is never loud', () => {
  const samples = chimeSamples();
  const loudest = Math.max(...samples.map(Math.abs));
  expect(samples[0]).toBe(0);
  expect(Math.abs(samples.at(-1) ?? 1)).toBeLessThan(60);
  expect(loudest).toBeGreaterThan(2_000);
  expect(loudest).toBeLessThan(32_767 / 4);
});
