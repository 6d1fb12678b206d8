import { expect, test } from 'vitest';

import { usualPolicies } from '#core/features/pauses/policies.ts';
import { hour, instant, minute, prompt, second, World } from './support/world.ts';

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

test('nobody there: four times an hour; nobody wanted: at the next opening, or never', () => {
  const world = new World();
  world.lock();
  expect(world.wake).toBe(world.wall + 15 * minute);

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

const everyDay = [1, 2, 3, 4, 5, 6, 7];
const always = Array<{ from: number; until: number }[]>(7).fill([{ from: 0, until: 1440 }]);
const tea = prompt('tea', { type: 'clock', times: [15 * 60], days: everyDay });

/** How often the alarm rings in this time when nobody but it says anything. */
function knocks(world: World, length: number): number {
  let count = 0;
  world.watch = (event) => {
    if (event.type === 'heartbeat') count += 1;
  };
  world.pass(length);
  return count;
}

test('prompts by the clock need no heartbeat: the alarm rings when one is due', () => {
  const world = new World({ prompts: [tea] });
  expect(world.wake).toBe(instant('2026-11-23T15:00'));
  expect(knocks(world, 5 * hour)).toBe(0);
  world.onOffer = 'take';
  expect(knocks(world, 2 * hour)).toBeLessThan(10);
  expect(world.endings).toMatchObject([{ verdict: 'taken' }]);
});

test('an empty chair is looked at four times an hour, also when a pause waits for its return', () => {
  const world = new World({ hours: always });
  world.pass(50 * minute - second);
  world.lock();
  expect(knocks(world, 8 * hour)).toBeLessThanOrEqual(33);

  const waiting = new World({ hours: always, everyMinutes: 5 });
  waiting.send({ type: 'speaker', who: 'other' });
  waiting.pass(6 * minute);
  waiting.lock();
  expect(waiting.pending?.phase).toBe('due');
  expect(knocks(waiting, 8 * hour)).toBeLessThanOrEqual(34);
});

test('an offer in front of an empty chair is taken away on time', () => {
  const world = new World({ hours: always });
  world.pass(50 * minute);
  world.lock();
  expect(world.wake).toBe(world.wall + 5 * minute);
  world.pass(5 * minute);
  expect(world.visible.size).toBe(0);
});

test('a pause that waits for the hours to open again wakes nobody in the night', () => {
  const policies = { ...usualPolicies, outside: { counts: 'freeze', back: 'offer' } } as const;
  const world = new World({ policies }, instant('2026-11-23T16:39'));
  world.see({ meeting: true });
  world.pass(51 * minute);
  world.see({ meeting: false });
  expect(world.pending?.phase).toBe('due');
  world.pass(2 * minute);
  expect(world.wake).toBe(instant('2026-11-24T09:00'));
});

test('a prompt that keeps still today is not counted for: the next look is at the start of the next day', () => {
  const world = new World({ hours: always });
  world.pass(20 * minute);
  world.send({ type: 'notToday', prompt: 'main' });
  expect(world.wake).toBe(instant('2026-11-24T04:00'));
});

test('a call that stops the time is looked for its end, because nobody tells of it', () => {
  const policies = { ...usualPolicies, meeting: { counts: 'freeze', back: 'offer' } } as const;
  const world = new World({ policies });
  world.see({ meeting: true });
  expect(world.wake).toBe(world.wall + 30 * second);
});

test('the speaking of the other shell, and a quiet, hold a pause without a look before they can end', () => {
  const world = new World({ prompts: [tea], hours: always }, instant('2026-11-23T14:59'));
  world.send({ type: 'quiet', until: instant('2026-11-23T15:20') });
  world.pass(2 * minute);
  expect(world.pending?.phase).toBe('due');
  expect(world.wake).toBe(instant('2026-11-23T15:20'));

  const other = new World({ prompts: [tea], hours: always }, instant('2026-11-23T14:59'));
  other.send({ type: 'speaker', who: 'other' });
  other.pass(2 * minute);
  expect(other.wake).toBe(instant('2026-11-24T15:00'));
});
