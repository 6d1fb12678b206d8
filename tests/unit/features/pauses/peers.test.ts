/**
 * Days on which other break timers, at their defaults, offered nothing or the wrong thing
 * (our own simulation of their published planners).
 */
import { expect, test } from 'vitest';

import { hour, minute, second, World } from './support/world.ts';

const always = Array<{ from: number; until: number }[]>(7).fill([{ from: 0, until: 1440 }]);

function setupDay(): { world: World; end: number } {
  const world = new World({ hours: always });
  world.onOffer = 'take';
  return { world, end: world.wall + 8 * hour };
}

test('T54: an undisturbed day of eight hours has nine pauses', () => {
  const { world, end } = setupDay();
  world.pass(end - world.wall);
  expect(world.offers).toHaveLength(9);
});

test('T28, T54: walks of four minutes every twelve are the pauses, so none is offered', () => {
  const { world, end } = setupDay();
  while (world.wall < end) {
    world.pass(8 * minute);
    world.walkAway(4 * minute);
  }
  expect(world.offers).toEqual([]);
  expect(world.endings).toHaveLength(40);
  expect(new Set(world.endings.map(({ verdict }) => verdict))).toEqual(new Set(['rest credited']));
});

test('T29, T54: reading with one touch every six minutes still has its pauses', () => {
  const { world, end } = setupDay();
  while (world.wall < end) world.walkAway(6 * minute);
  expect(world.offers.length).toBeGreaterThanOrEqual(8);
});

test('T31, T54: a screen locked for half a minute every 29 costs no pause', () => {
  const { world, end } = setupDay();
  while (world.wall < end) {
    world.pass(28.5 * minute);
    world.lock();
    world.pass(30 * second);
    world.input();
  }
  expect(world.offers.length).toBeGreaterThanOrEqual(8);
});

test.each([25, 9])('T32, T54: one quiet minute in every %i costs no pause', (every) => {
  const { world, end } = setupDay();
  while (world.wall < end) {
    world.pass((every - 1) * minute);
    world.send({ type: 'quiet', until: world.wall + minute });
    world.pass(minute);
  }
  expect(world.offers.length).toBeGreaterThanOrEqual(8);
});

test('T54: a night shift has its pauses after midnight too', () => {
  const night = [{ from: 22 * 60, until: 6 * 60 }];
  const world = new World({ hours: Array(7).fill(night) });
  world.onOffer = 'take';
  world.pass(24 * hour);
  const times = world.offers.map(
    ({ at }) => Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(world.zone).hour,
  );
  expect(times).toEqual([22, 23, 0, 1, 2, 3, 3, 4, 5]);
});
