/** Chromium's alarms stop while a clock that was set back repeats itself: what that silence is taken for. */
import { expect, test } from 'vitest';

import { remainingMs } from '#core/features/pauses/active-time.ts';
import { hour, instant, minute, World } from './support/world.ts';

const leftOf = (world: World): number =>
  remainingMs(world.state, world.main, world.rules, world.at) / 1000;

/** The clock goes back an hour, the background dies, and no alarm rings as long as the clock repeats itself. */
function fallenSilent(): World {
  const world = new World({}, instant('2026-11-23T11:00'));
  world.pass(20 * minute);
  world.wall -= hour;
  world.send({ type: 'heartbeat' });
  world.die();
  return world;
}

test('T13: after a clock set back, the silence of the alarms is no sleep: whoever was at it was at it', () => {
  const world = fallenSilent();
  world.advance(10 * minute);
  world.input();
  expect(world.endings).toEqual([]);
  expect(leftOf(world)).toBe(20 * 60);
  world.advance(20 * minute);
  world.input();
  expect(world.visible.size).toBe(1);
});

test('T13: in that silence an absence is credited from its last input, and no further back', () => {
  const world = fallenSilent();
  world.advance(15 * minute);
  world.send({
    type: 'presence',
    presence: { state: 'idle', lastInput: world.wall - 3 * minute },
  });
  world.advance(5 * minute);
  world.input();
  expect(world.endings).toMatchObject([
    { verdict: 'rest credited', detail: { seconds: 480, cause: 'idle' } },
  ]);
});

test('T13: in that silence sleep is credited when the monotonic clock stood still', () => {
  const world = fallenSilent();
  world.input();
  world.advance(10 * minute);
  world.sleep(5 * minute);
  expect(world.endings).toMatchObject([
    { verdict: 'rest credited', detail: { seconds: 300, cause: 'asleep' } },
  ]);
});

test('T13: once the clock shows what it had shown, a late alarm is sleep again', () => {
  const world = fallenSilent();
  world.advance(hour + 2 * minute);
  world.input();
  world.pass(minute);
  world.die();
  world.sleep(10 * minute);
  expect(world.endings.at(-1)).toMatchObject({
    verdict: 'rest credited',
    detail: { cause: 'asleep' },
  });

  const restarted = fallenSilent();
  restarted.send({ type: 'started', alone: true });
  restarted.pass(2 * minute);
  restarted.die();
  restarted.sleep(10 * minute);
  expect(restarted.endings).toMatchObject([{ verdict: 'rest credited' }]);
});

test('an absence that nobody counted ends with the last input in it', () => {
  const world = new World();
  world.pass(20 * minute);
  world.die();
  world.advance(20 * minute);
  world.send({
    type: 'presence',
    presence: { state: 'idle', lastInput: world.wall - 5 * minute },
  });
  expect(world.endings).toMatchObject([
    { verdict: 'rest credited', detail: { seconds: 15 * 60, cause: 'asleep' } },
  ]);
});
