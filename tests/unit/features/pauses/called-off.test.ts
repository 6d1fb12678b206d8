import { expect, test } from 'vitest';

import { calledOff } from '#core/features/pauses/called-off.ts';
import { hour, instant, minute, prompt, World } from './support/world.ts';

const times = [10 * 60, 15 * 60];
const clock = prompt('tea', { type: 'clock', times, days: [1, 2, 3, 4, 5, 6, 7] });
const fortnight = { ms: 14 * 24 * hour, most: 64 };
const tea = (civil: string): string => `slot:tea:2026-11-${civil}`;
const namesOf = ({ state, rules, at }: World): string[] => calledOff(state, rules, at, fortnight);

function atTea(): World {
  const world = new World({ prompts: [clock] }, instant('2026-11-23T09:59'));
  world.send({ type: 'heartbeat', presence: { state: 'active' } });
  world.wall += minute;
  world.mono += minute;
  world.send({ type: 'heartbeat', presence: { state: 'active' } });
  return world;
}

test('while nothing was answered and everything is welcome, nothing is called off', () => {
  expect(namesOf(new World({ prompts: [clock] }, instant('2026-11-23T09:30')))).toEqual([]);
});

test('a pause that a device in use takes up is called off for the others, and one answered here', () => {
  const world = atTea();
  expect(namesOf(world)).toEqual([tea('23T10:00')]);
  world.send({ type: 'notNow', slot: tea('23T10:00') });
  expect(namesOf(world)).toEqual([tea('23T10:00')]);
  world.wall += hour;
  expect(namesOf(world)).toEqual([]);
});

test('nobody here, or another device in use, leaves the others to ring', () => {
  const gone = new World({ prompts: [clock] }, instant('2026-11-23T09:50'));
  gone.send({ type: 'presence', presence: { state: 'locked' } });
  gone.wall += 10 * minute;
  gone.mono += 10 * minute;
  gone.send({ type: 'heartbeat', presence: { state: 'locked' } });
  expect(namesOf(gone)).toEqual([]);
  const world = atTea();
  const sign = { device: 'zz', turn: 9, at: world.wall, here: true };
  world.send({ type: 'elsewhere', facts: [], devices: { own: 'aa', signs: [sign] } });
  expect(namesOf(world)).toEqual([]);
});

test('quiet, a day of stillness, and a prompt or all of them turned off call off what comes in that time', () => {
  const world = new World({ prompts: [clock] }, instant('2026-11-23T09:30'));
  world.send({ type: 'quiet', until: instant('2026-11-23T12:00') });
  expect(namesOf(world)).toEqual([tea('23T10:00')]);
  world.send({ type: 'quietEnded' });
  expect(namesOf(world)).toEqual([]);
  world.send({ type: 'notToday', prompt: 'tea' });
  expect(namesOf(world)).toEqual([tea('23T10:00'), tea('23T15:00')]);
  const off = new World({ prompts: [{ ...clock, on: false }] }, instant('2026-11-23T09:30'));
  expect(namesOf(off)).toHaveLength(28);
  const allOff = new World({ on: false, prompts: [clock] }, instant('2026-11-23T09:30'));
  expect(namesOf(allOff)).toHaveLength(28);
});
