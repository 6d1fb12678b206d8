import { expect, test } from 'vitest';

import { remainingMs } from '#core/features/pauses/active-time.ts';
import { hour, instant, minute, second, World } from './support/world.ts';

const leftOf = (world: World): number =>
  remainingMs(world.state, world.main, world.rules, world.at) / second;

test('a walk as long as a pause is the pause, counted from the last input', () => {
  const world = new World();
  world.pass(30 * minute);
  world.walkAway(7 * minute);

  expect(world.endings).toMatchObject([
    { verdict: 'rest credited', detail: { seconds: 420, cause: 'idle' } },
  ]);
  expect(leftOf(world)).toBe(50 * 60);
});

test('an absence shorter than the pause takes active time back to the last input', () => {
  const world = new World({ lengthSeconds: 600 });
  world.pass(30 * minute);
  world.walkAway(7 * minute);
  expect(leftOf(world)).toBe(20 * 60);
  expect(world.endings).toEqual([]);
});

test.each([
  [-1, 0],
  [0, 1],
  [1, 1],
])('T27: %i s off the pause length, an absence is credited %i times', (off, credited) => {
  for (const late of [0, 7, 15]) {
    const world = new World({ lengthSeconds: 300, idleMinutes: 3 });
    world.pass(20 * minute);
    const last = world.wall;
    world.pass(180 * second + late * second);
    world.send({ type: 'presence', presence: { state: 'idle', lastInput: last } });
    expect(leftOf(world)).toBe(30 * 60);
    world.pass((120 + off - late) * second);
    world.input();

    expect(world.endings).toHaveLength(credited);
    expect(leftOf(world)).toBe((credited ? 50 : 30) * 60);
  }
});

test('T27: without an instant, an idle notice is dated back by the idle time', () => {
  const world = new World({ lengthSeconds: 600, idleMinutes: 3 });
  world.pass(20 * minute);
  world.send({ type: 'presence', presence: { state: 'idle' } });
  expect(leftOf(world)).toBe(33 * 60);
});

test('an offer in front of an empty chair goes away by itself', () => {
  const world = new World({ lengthSeconds: 900 });
  world.pass(48 * minute);
  world.idle(3 * minute);
  world.pass(8 * minute);
  expect(world.offers).toHaveLength(1);

  world.input();
  expect(world.endings).toMatchObject([{ verdict: 'withdrawn' }]);
});

test('no pause is offered to an empty chair: it waits for the return', () => {
  const world = new World({ lengthSeconds: 900 });
  world.pass(50 * minute);
  world.send({ type: 'snoozed', minutes: 5 });
  world.lock();
  world.pass(8 * minute);
  expect(world.visible.size).toBe(0);
  world.input();
  expect(world.visible.size).toBe(1);
});

test('T25: hours that begin while nobody is there count from the first input', () => {
  const world = new World({}, instant('2026-11-23T08:00'));
  world.idle(5 * minute);
  world.pass(75 * minute);
  expect(world.next).toMatchObject({ type: 'away' });
  world.input();
  expect(world.next).toMatchObject({ type: 'in', at: instant('2026-11-23T09:20') + 50 * minute });
});

test('T25: someone who is at it already starts with the hours', () => {
  const world = new World({}, instant('2026-11-23T08:20'));
  world.pass(50 * minute);
  expect(world.next).toMatchObject({ type: 'in', at: instant('2026-11-23T09:50') });
});

test('a computer that sleeps past the opening starts its interval, and its slot, at waking', () => {
  const world = new World({}, instant('2026-11-23T08:00'));
  world.sleep(80 * minute);
  world.pass(50 * minute);
  expect(world.shownSlot).toBe('slot:main:2026-11-23T08:20:00Z');
});

test('a night away leaves no rest in the ledger and a fresh morning', () => {
  const world = new World({}, instant('2026-11-23T17:00'));
  world.pass(40 * minute);
  world.lock();
  world.pass(15 * hour + 30 * minute);
  world.input();
  expect(world.verdicts).toEqual(['hours closed']);
  expect(leftOf(world)).toBe(50 * 60);
});

test('something playing on the screen keeps a still person here', () => {
  const world = new World();
  world.pass(10 * minute);
  world.send({ type: 'presence', presence: { state: 'idle', watching: true } });
  world.pass(20 * minute);
  expect(leftOf(world)).toBe(20 * 60);
});

test('when the film ends, its end is the last sign of whoever watched', () => {
  const world = new World({ everyMinutes: 100 });
  world.send({ type: 'presence', presence: { state: 'idle', watching: true } });
  world.pass(40 * minute);
  world.send({ type: 'presence', presence: { state: 'idle' } });
  expect(leftOf(world)).toBe(60 * 60);
  world.pass(10 * minute);
  world.input();
  expect(world.endings).toMatchObject([{ detail: { seconds: 600 } }]);
});

test('a touch between two still spells is a reader, until the page would be too long', () => {
  const world = new World();
  world.walkAway(6 * minute);
  expect(leftOf(world)).toBe(50 * 60);
  world.walkAway(6 * minute);
  expect(leftOf(world)).toBe(44 * 60);

  world.walkAway(20 * minute);
  expect(world.endings.at(-1)).toMatchObject({
    verdict: 'rest credited',
    detail: { seconds: 1200 },
  });
});

test('notices that go on saying idle do not keep an empty chair reading', () => {
  const world = new World({ everyMinutes: 100 });
  world.walkAway(6 * minute);
  const since = world.wall;
  world.pass(3 * minute);
  for (let minutes = 0; minutes < 20; minutes++) {
    const lastInput = world.wall - 3 * minute;
    world.send({ type: 'heartbeat', presence: { state: 'idle', lastInput } });
    world.pass(minute);
  }
  expect(world.state.whereabouts).toEqual({ is: 'away', since, cause: 'idle' });
});

test('a locked screen is an absence even for a reader', () => {
  const world = new World();
  world.walkAway(6 * minute);
  world.pass(10 * second);
  world.lock();
  world.pass(5 * minute);
  world.input();
  expect(leftOf(world)).toBe(50 * 60);
});
