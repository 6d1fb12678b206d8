import { expect, test } from 'vitest';

import { minutesToNext, nextPause } from '#core/features/pauses/next.ts';
import { hour, instant, minute, second, World } from './support/world.ts';

test('the minutes to the next pause run down between events', () => {
  const world = new World();
  const { state, rules, at } = world;
  const later = { ...at, wall: at.wall + 30.5 * minute };
  expect(minutesToNext(state, rules, at)).toBe(50);
  expect(nextPause(state, rules, later)).toEqual({
    type: 'in',
    prompt: 'main',
    minutes: 20,
    at: at.wall + 50 * minute,
    snoozed: false,
  });
});

test('an offered and an open pause are named by their slot', () => {
  const world = new World();
  world.pass(50 * minute);
  const slot = world.shownSlot;
  expect(world.next).toEqual({ type: 'offered', slot, prompt: 'main' });
  world.send({ type: 'opened', slot });
  expect(world.next).toEqual({ type: 'open', slot, prompt: 'main' });
  expect(minutesToNext(world.state, world.rules, world.at)).toBeUndefined();
});

test('outside hours the next opening is named, and without hours nothing is', () => {
  const evening = new World({}, instant('2026-11-27T18:00'));
  expect(evening.next).toEqual({ type: 'outside', opens: instant('2026-11-30T09:00') });
  const never = new World({ hours: Array(7).fill([]) });
  expect(never.next).toEqual({ type: 'outside' });
});

test('when the hours end before the interval does, both ends are named', () => {
  const world = new World({}, instant('2026-11-23T17:00'));
  expect(world.next).toEqual({
    type: 'outside',
    closes: instant('2026-11-23T17:30'),
    opens: instant('2026-11-24T09:00'),
  });
});

test('quiet, away and off say so', () => {
  const world = new World();
  const until = world.wall + hour;
  world.send({ type: 'quiet', until });
  expect(world.next).toEqual({ type: 'quiet', until });
  world.send({ type: 'quietEnded' });
  const since = world.wall;
  world.pass(10 * second);
  world.send({ type: 'presence', presence: { state: 'locked', lastInput: since } });
  expect(world.next).toEqual({ type: 'away', since });
  world.rules = { ...world.rules, on: false };
  world.send({ type: 'rulesChanged' });
  expect(world.next).toEqual({ type: 'off' });
});
