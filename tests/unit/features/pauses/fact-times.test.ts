/** What a device hears of another whose clock shows something else. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { type PauseFact } from '#core/features/pauses/events.ts';
import { heardBy } from '#core/features/pauses/fact-times.ts';
import { hour, instant, second, World } from './support/world.ts';

const now = instant('2026-11-23T09:00');
const quiet: PauseFact = { type: 'quiet', at: now, until: now + hour, by: 'length' };

test('a moment told by a clock that is ahead is that same moment by the clock that hears of it', () => {
  const told = { ...quiet, at: now + 24 * hour, until: now + 25 * hour };
  expect(heardBy(0, { fact: told, behind: -24 * hour })).toEqual(quiet);
  expect(heardBy(-24 * hour, { fact: quiet, behind: 0 })).toEqual(told);
});

test('a day on which a prompt keeps still is the day of whoever hears of it', () => {
  const still = { type: 'notToday', slot: 'slot:tea', at: now, day: '2026-11-23' } as const;
  expect(heardBy(-24 * hour, { fact: still, behind: 0 })).toEqual({
    ...still,
    at: now + 24 * hour,
    day: '2026-11-24',
  });
});

test('where one of the two does not know how its clock stands, it is taken as it was told', () => {
  expect(heardBy(null, { fact: quiet, behind: hour })).toBe(quiet);
  expect(heardBy(hour, { fact: quiet, behind: null })).toBe(quiet);
});

test('what comes back from another device is what was told', () => {
  const clocks = fc.integer({ min: -1e12, max: 1e12 });
  fc.assert(
    fc.property(clocks, clocks, (own, other) => {
      const there = heardBy(other, { fact: quiet, behind: own });
      expect(heardBy(own, { fact: there, behind: other })).toEqual(quiet);
      expect(heardBy(own, { fact: quiet, behind: own })).toBe(quiet);
    }),
  );
});

test('a quiet told by a clock a little ahead holds, and whoever ends it where it was heard ends it everywhere', () => {
  const ahead = new World({}, now + 50 * second);
  const here = new World({}, now);
  ahead.send({ type: 'quiet', until: now + hour });
  here.send({ type: 'elsewhere', facts: ahead.facts });
  expect(here.state.quiet?.until).toBe(now + hour);
  here.pass(10 * second);
  here.send({ type: 'quietEnded' });
  ahead.send({ type: 'elsewhere', facts: here.facts });
  ahead.pass(second);
  for (const { state, wall } of [here, ahead]) expect(state.quiet?.until).toBeLessThanOrEqual(wall);
  here.send({ type: 'elsewhere', facts: ahead.facts });
  expect(here.state.quiet?.until).toBeLessThanOrEqual(here.wall);
});
