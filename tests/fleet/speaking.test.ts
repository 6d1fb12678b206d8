/** Which device speaks, over many lives with the real rule; and what of its mistakes the simulation catches. */
import { expect, test } from 'vitest';

import { isQuiet, liveWithDevices, type SpeakingFault } from './speaking-life.ts';

const runs = Number(process.env['FLEET_RUNS'] ?? 300);
const firstSeed = Number(process.env['FLEET_SEED'] ?? 1);

test(
  `one device speaks, no pause is lost and none comes again, in ${runs} lives with several`,
  { timeout: runs * 400 },
  () => {
    let offers = 0;
    const failures = [];
    for (let seed = firstSeed; seed < firstSeed + runs; seed++) {
      const verdict = liveWithDevices(seed);
      offers += verdict.offers;
      if (!isQuiet(verdict)) failures.push(verdict);
    }
    expect(failures).toEqual([]);
    // A fleet that keeps quiet doubles nothing.
    expect(offers).toBeGreaterThan(runs * 2);
  },
);

test('a life follows from its seed alone', () => {
  expect(liveWithDevices(42)).toEqual(liveWithDevices(42));
});

const mistakes: Readonly<Record<string, SpeakingFault>> = {
  'every device speaks': { everyDevice: true },
  'signs reach nobody': { sign: () => null },
  'all take the same turn': { sign: (sign) => sign && { ...sign, turn: 1 } },
  'nobody says that they are there': { sign: (sign) => sign && { ...sign, here: false } },
  'questions reach nobody': {
    sign: (sign) => sign && { turn: sign.turn, at: sign.at, here: sign.here },
  },
  'nobody is told what was taken': { mute: true },
};

test.each(Object.entries(mistakes))('caught: %s', (_name, fault) => {
  const seeds = Array.from({ length: 60 }, (_, at) => at + 1);
  expect(seeds.some((seed) => !isQuiet(liveWithDevices(seed, fault)))).toBe(true);
});
