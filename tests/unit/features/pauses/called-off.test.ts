import { expect, test } from 'vitest';

import { calledOff, droppedBy } from '#core/features/pauses/called-off.ts';
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

test('of changed times those are called off that are no more, and none that stands; where it is all the same, none', () => {
  const world = new World({ prompts: [clock] }, instant('2026-11-23T09:30'));
  const dropped = (now: Partial<World['rules']>, former = world.rules): string[] =>
    droppedBy(former, world.state, { ...world.rules, ...now }, world.at, fortnight).map((slot) =>
      slot.slice('slot:tea:2026-11-'.length),
    );
  expect(dropped({})).toEqual([]);
  const later = { ...clock, cadence: { ...clock.cadence, times: [10 * 60, 16 * 60] } };
  expect(dropped({ prompts: [later] }).slice(0, 2)).toEqual(['23T15:00', '24T15:00']);
  expect(dropped({ prompts: [later] })).toHaveLength(14);
  // Many new times hide none of the old ones that stand.
  const often = { ...clock.cadence, times: Array.from({ length: 96 }, (_, at) => at * 15) };
  expect(dropped({ prompts: [{ ...clock, cadence: often }] })).toEqual([]);
  const atWork = { ...clock, hours: 'usual' as const };
  for (const gone of [
    { prompts: [] },
    { on: false },
    { prompts: [{ ...atWork, on: false }] },
    { prompts: [{ ...atWork, level: 'badge' as const }] },
    { prompts: [atWork], daysOff: [{ from: '2026-11-23', until: '2026-12-31' }] },
  ])
    expect(dropped(gone, { ...world.rules, prompts: [atWork] })).not.toEqual([]);
});
