import fc from 'fast-check';
import { expect, test } from 'vitest';

import { defaultPrompt, type Prompt } from '#core/features/pauses/prompt.ts';
import { lateBy, wakeAt, wakeMoments } from '#core/features/pauses/wakes.ts';
import { hour, instant, minute, prompt, World } from './support/world.ts';

const daily = (id: string, ...times: number[]): Prompt => ({
  ...defaultPrompt,
  id,
  cadence: { type: 'clock', times, days: [1, 2, 3, 4, 5, 6, 7] },
});
const day = 24 * hour;
const reach = { ms: 14 * day, most: 64 };
const ten = 10 * 60;

const slotsOf = (world: World, within = reach): string[] =>
  wakeMoments(world.state, world.rules, world.at, within).map(({ slot }) => slot);

test('a prompt by the clock wakes at each of its times inside its hours, for a fortnight and no longer', () => {
  const world = new World({ prompts: [daily('noon', ten, 20 * 60)] }, instant('2026-11-23T09:30'));
  const moments = wakeMoments(world.state, world.rules, world.at, reach);
  expect(moments).toHaveLength(10); // the evening is outside of usual hours, and so are two weekends
  expect(moments[0]).toEqual({
    slot: 'slot:noon:2026-11-23T10:00',
    at: instant('2026-11-23T10:00'),
  });
  expect(moments.every(({ at }) => at > world.wall && at <= world.wall + 14 * day)).toBe(true);
  expect(slotsOf(world, { ...reach, most: 3 })).toHaveLength(3);
});

test('what counts active time, is off or is offered by another shell here wakes nobody', () => {
  const counted = new World();
  expect(slotsOf(counted)).toEqual([]);
  const off = new World({ prompts: [{ ...daily('noon', ten), on: false }] });
  expect(slotsOf(off)).toEqual([]);
  const world = new World({ prompts: [daily('noon', ten)] });
  world.send({ type: 'speaker', who: 'other' });
  expect(slotsOf(world)).toEqual([]);
});

test('quiet, a day of stillness and an answer given take their moments away', () => {
  const world = new World({ prompts: [daily('noon', ten)] }, instant('2026-11-23T09:30'));
  const all = slotsOf(world);
  world.send({ type: 'quiet', until: instant('2026-11-23T10:30') });
  expect(slotsOf(world)).toEqual(all.slice(1));
  world.send({ type: 'quietEnded' });
  world.send({ type: 'notToday', prompt: 'noon' });
  expect(slotsOf(world)).toEqual(all.slice(1));
  const other = new World({ prompts: [daily('noon', ten)] }, instant('2026-11-23T09:30'));
  const fact = { type: 'took' as const, slot: all[0] ?? '', from: other.wall, until: other.wall };
  other.send({ type: 'elsewhere', facts: [fact] });
  expect(slotsOf(other)).toEqual(all.slice(1));
});

test('after a moment of the day that was told, what follows it wakes once', () => {
  const lunch = prompt('walk', { type: 'anchor', anchor: 'ate', offsetMinutes: 30 });
  const world = new World({ prompts: [lunch] }, instant('2026-11-23T12:00'));
  expect(slotsOf(world)).toEqual([]);
  world.send({ type: 'anchor', anchor: 'ate', at: world.wall });
  const [moment, ...others] = wakeMoments(world.state, world.rules, world.at, reach);
  expect(moment?.at).toBe(instant('2026-11-23T12:30'));
  expect(others).toEqual([]);
  world.pass(31 * minute);
  expect(world.state.slots.map(({ slot }) => slot)).toEqual([moment?.slot]);
});

test('what only puts a dot on an icon wakes nobody', () => {
  const world = new World({ prompts: [{ ...daily('noon', ten), level: 'badge' }] });
  expect(slotsOf(world)).toEqual([]);
});

test('of two within the gap only the first wakes', () => {
  const prompts = [daily('one', ten), daily('two', ten + 3)];
  const world = new World({ prompts, gapMinutes: 5 }, instant('2026-11-23T09:30'));
  expect(slotsOf(world, { ...reach, ms: day })).toEqual(['slot:one:2026-11-23T10:00']);
});

test('a wake leaves time to call it off, comes at most four minutes after its moment, and always as late for one name', () => {
  fc.assert(
    fc.property(fc.uint8Array({ minLength: 16, maxLength: 16 }), (name) => {
      const late = lateBy(name);
      expect(late).toBe(lateBy(name));
      expect(late).toBeGreaterThanOrEqual(30_000);
      expect(late).toBeLessThan(4 * minute);
    }),
  );
  expect(lateBy(new Uint8Array(16).fill(255))).toBeGreaterThan(3.9 * minute);
});

test('a push is for the latest moment that has come, and for none that is long past', () => {
  const moments = [
    { slot: 'a', at: 0 },
    { slot: 'b', at: hour },
    { slot: 'c', at: 2 * hour },
  ];
  expect(wakeAt(moments, hour + 4 * minute)?.slot).toBe('b');
  expect(wakeAt(moments, 2 * hour - 1)).toBeUndefined();
  expect(wakeAt(moments, -1)).toBeUndefined();
});
