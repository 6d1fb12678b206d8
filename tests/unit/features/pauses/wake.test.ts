import { expect, test } from 'vitest';

import { hour, instant, minute, second, World } from './support/world.ts';

test('inside hours the alarm knocks every half minute, and no later than what is about to happen', () => {
  const world = new World();
  expect(world.wake).toBe(world.wall + 30 * second);

  world.pass(49 * minute + 50 * second);
  world.send({ type: 'heartbeat' });
  expect(world.wake).toBe(world.wall + 10 * second);

  world.send({ type: 'quiet', until: world.wall + 7 * second });
  expect(world.wake).toBe(world.wall + 7 * second);
});

test('the alarm knocks when a snooze ends, an offer goes, and the hours close', () => {
  const snoozed = new World();
  snoozed.pass(50 * minute);
  snoozed.send({ type: 'snoozed', minutes: 1 });
  snoozed.advance(45 * second);
  snoozed.send({ type: 'heartbeat' });
  expect(snoozed.wake).toBe(snoozed.wall + 15 * second);

  const offered = new World();
  offered.pass(50 * minute);
  offered.pass(5 * minute - 12 * second);
  offered.send({ type: 'heartbeat' });
  expect(offered.wake).toBe(offered.wall + 12 * second);

  const closing = new World({}, instant('2026-11-23T17:29:50'));
  expect(closing.wake).toBe(instant('2026-11-23T17:30'));
});

test('nobody there: once a minute; nobody wanted: at the next opening, or never', () => {
  const world = new World();
  world.lock();
  expect(world.wake).toBe(world.wall + minute);

  const night = new World({}, instant('2026-11-27T23:00'));
  expect(night.wake).toBe(instant('2026-11-30T09:00'));
  expect(new World({ on: false }).wake).toBeNull();
  expect(new World({ hours: Array(7).fill([]) }).wake).toBeNull();
});

test('however often the engine is asked, the alarm is never in the past and never at once', () => {
  const world = new World();
  world.pass(50 * minute - 1);
  for (let times = 0; times < 20; times++) {
    world.send({ type: 'heartbeat' });
    expect(world.wake).toBeGreaterThanOrEqual(world.wall + second);
  }
  world.wall -= hour;
  world.send({ type: 'heartbeat' });
  expect(world.wake).toBeGreaterThanOrEqual(world.wall + second);
});
