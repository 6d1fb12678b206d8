import '../support/seeded.ts';

import { expect, test } from 'vitest';

import { useQuickCrypto } from '../support/quick-crypto.ts';
import { runFleet } from './fleet.ts';
import { liveMany } from './lives.ts';

useQuickCrypto();

const runs = Number(process.env['FLEET_RUNS'] ?? 300);

test(
  `no word is lost, doubled or garbled in ${runs} lives of a fleet, whatever fails`,
  { timeout: runs * 400 },
  async () => {
    const { failures, wordsEach, unseen } = await liveMany(runs, (seed) => runFleet(seed));
    expect(failures).toEqual([]);
    expect(wordsEach).toBeGreaterThan(40);
    expect(unseen).toEqual([]);
  },
);

test('a life follows from its seed alone', async () => {
  expect(await runFleet(42)).toEqual(await runFleet(42));
});
