import '../support/seeded.ts';

import { expect, test } from 'vitest';

import { useQuickCrypto } from '../support/quick-crypto.ts';
import { runFleet } from './fleet.ts';
import { isClean } from './verdict.ts';

useQuickCrypto();

const runs = Number(process.env['FLEET_RUNS'] ?? 300);
const firstSeed = Number(process.env['FLEET_SEED'] ?? 1);

test(
  `no word is lost, doubled or garbled in ${runs} lives of a fleet`,
  { timeout: runs * 400 },
  async () => {
    const failures = [];
    let words = 0;
    for (let seed = firstSeed; seed < firstSeed + runs; seed++) {
      const verdict = await runFleet(seed);
      words += verdict.words;
      if (!isClean(verdict)) failures.push({ seed, ...verdict });
    }
    expect(failures).toEqual([]);
    // A fleet that writes nothing loses nothing.
    expect(words).toBeGreaterThan(runs * 40);
  },
);

test('a life follows from its seed alone', async () => {
  expect(await runFleet(42)).toEqual(await runFleet(42));
});
