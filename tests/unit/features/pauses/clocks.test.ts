import { expect, test } from 'vitest';

import { remainingMs } from '#core/features/pauses/active-time.ts';
import { hour, instant, minute, prompt, second, World } from './support/world.ts';

const leftOf = (world: World): number =>
  remainingMs(world.state, world.main, world.rules, world.at) / second;

/** The clock on the wall jumps; the computer and the person go on. */
function setClock(world: World, by: number): void {
  world.wall += by;
  world.send({ type: 'heartbeat' });
}

test('T08: four minutes of sleep satisfy a pause of two, and waking brings no prompt', () => {
  const world = new World({ lengthSeconds: 120 });
  world.pass(48 * minute);
  world.sleep(4 * minute);

  expect(world.offers).toEqual([]);
  expect(world.endings).toMatchObject([
    { verdict: 'rest credited', detail: { seconds: 240, cause: 'asleep' } },
  ]);
  expect(leftOf(world)).toBe(50 * 60);
});

test('T08: sleep takes back a prompt that was showing', () => {
  const world = new World();
  world.pass(50 * minute);
  world.sleep(4 * minute);
  expect(world.visible.size).toBe(0);
  expect(world.endings).toMatchObject([{ verdict: 'rest credited' }]);
});

test.each([
  ['40 minutes', 40 * minute],
  ['12 hours', 12 * hour],
  ['3 days', 72 * hour],
])('T09: after %s of sleep the interval begins again and nothing waits', (_name, length) => {
  const world = new World({ hours: Array(7).fill([{ from: 0, until: 1440 }]) });
  world.pass(49 * minute);
  world.die();
  world.sleep(length);

  expect(world.offers).toEqual([]);
  expect(leftOf(world)).toBe(50 * 60);
  world.pass(50 * minute);
  expect(world.offers).toHaveLength(1);
});

test('T10: sleep shorter than the pause does not count as work and gives no credit', () => {
  const world = new World({ lengthSeconds: 120 });
  world.pass(20 * minute);
  world.sleep(30 * second);
  expect(leftOf(world)).toBe(30 * 60);
  expect(world.endings).toEqual([]);
});

test('T11: sleep for the rest of a pause completes it, once', () => {
  const world = new World();
  world.pass(50 * minute);
  const slot = world.shownSlot;
  world.send({ type: 'opened', slot });
  world.advance(10 * second);
  world.sleep(20 * minute);
  expect(world.effects).toContainEqual({ type: 'withdraw', slot });
  world.send({ type: 'finished', slot, seconds: 60, how: 'done' });

  expect(world.endings).toMatchObject([{ slot, verdict: 'taken', detail: { seconds: 60 } }]);
  expect(leftOf(world)).toBe(50 * 60);
});

test('T11: the page that opened a pause under a name of its own finds it ended by that name, too', () => {
  const world = new World();
  world.pass(50 * minute);
  const slot = world.shownSlot;
  world.send({ type: 'opened', slot: 'slot:own:page' });
  world.sleep(20 * minute);
  expect(world.state.settled).toContainEqual([slot, 'taken']);
  expect(world.state.settled).toContainEqual(['slot:own:page', 'taken']);
});

test('T11: sleep that ends before the pause does leaves it open', () => {
  const world = new World({ lengthSeconds: 600 });
  world.pass(50 * minute);
  world.send({ type: 'opened', slot: world.shownSlot });
  world.sleep(2 * minute);
  expect(world.pending?.phase).toBe('open');
});

test('T12: a clock set back an hour leaves the next pause where elapsed time puts it', () => {
  const world = new World({}, instant('2026-11-23T11:00'));
  world.pass(20 * minute);
  setClock(world, -hour);
  expect(world.ledger).toMatchObject([
    { verdict: 'clock changed', detail: { seconds: 3600, cause: 'back' } },
  ]);
  world.pass(29 * minute);
  expect(world.offers).toEqual([]);
  world.pass(minute + second);
  expect(world.offers).toHaveLength(1);
});

test('T12: alarms that stop with the clock cost nothing but their silence', () => {
  const world = new World({}, instant('2026-11-23T11:00'));
  world.pass(20 * minute);
  world.advance(230 * second);
  setClock(world, -hour);
  expect(leftOf(world)).toBe(30 * 60 - 230);
});

test.each([
  ['two minutes', 2 * minute],
  ['a day', 24 * hour],
  ['five years', 5 * 365 * 24 * hour],
])('T14: a clock set back by %s makes no storm and no negative time', (_name, by) => {
  for (const dies of [false, true]) {
    const world = new World({ hours: Array(7).fill([{ from: 0, until: 1440 }]) });
    world.pass(20 * minute);
    world.send({ type: 'quiet', until: world.wall + hour });
    if (dies) world.die();
    setClock(world, -by);

    expect(leftOf(world)).toBe(30 * 60);
    expect(world.next).toEqual({ type: 'quiet', until: world.wall + hour });
    expect(world.wake).toBeGreaterThan(world.wall);
    world.pass(31 * minute);
    expect(world.visible.size).toBe(0);
    world.pass(30 * minute);
    expect(world.ledger.filter(({ verdict }) => verdict === 'clock changed')).toHaveLength(1);
  }
});

test('T14: quiet until a civil time keeps its hour when the clock was an hour off, or a day', () => {
  const always = Array<{ from: number; until: number }[]>(7).fill([{ from: 0, until: 1440 }]);
  const until = instant('2026-11-24T09:00');
  for (const [by, kept] of [
    [hour, until],
    [24 * hour, until - 24 * hour],
  ] as const) {
    const world = new World({ hours: always }, instant('2026-11-23T20:00'));
    world.send({ type: 'quiet', until, by: 'clock' });
    setClock(world, -by);
    expect(world.next).toEqual({ type: 'quiet', until: kept });
  }
});

test.each([
  ['T15', 'an hour', hour],
  ['T16', 'four minutes', 4 * minute],
])('%s: a clock set forward by %s makes nothing due', (_t, _name, by) => {
  for (const dies of [false, true]) {
    const world = new World();
    world.pass(48 * minute);
    if (dies) world.die();
    setClock(world, by);
    expect(world.offers).toEqual([]);
    world.pass(49 * minute);
    expect(world.offers).toEqual([]);
    world.pass(minute);
    expect(world.offers).toHaveLength(1);
  }
});

test.each([1.05, 0.95])(
  'T17: with a clock that runs at %f of its speed for a day, pauses keep to real time',
  (speed) => {
    const world = new World({ hours: Array(7).fill([{ from: 0, until: 1440 }]) });
    world.onOffer = 'take';
    const start = world.mono;
    const offeredAt: number[] = [];
    while (world.mono < start + 8 * hour) {
      const before = world.offers.length;
      world.mono += 30 * second;
      world.wall += 30 * second * speed;
      world.send({ type: 'heartbeat' });
      if (world.offers.length > before) offeredAt.push((world.mono - start) / minute);
    }
    // One interval of 50 and a pause of 1, within one heartbeat each.
    expect(offeredAt).toHaveLength(9);
    for (const [index, at] of offeredAt.entries())
      expect(Math.abs(at - 51 * (index + 1))).toBeLessThan((index + 1) * 0.6);
    expect(world.verdicts).not.toContain('clock changed');
  },
);

test('T17: a clock that runs fast, or is put right by seconds, jumps over no time by the clock', () => {
  const tea = prompt('tea', { type: 'clock', times: [10 * 60], days: [1, 2, 3, 4, 5, 6, 7] });
  for (const ahead of [0.4, 1, 1.9, 20]) {
    const world = new World({ prompts: [tea] }, instant('2026-11-23T09:50'));
    world.advance(10 * minute - second);
    world.send({ type: 'heartbeat' });
    world.mono += 5 * minute;
    world.wall += 5 * minute + ahead * second;
    world.send({ type: 'heartbeat' });
    expect(world.shownSlot).toBe('slot:tea:2026-11-23T10:00');

    const jumped = new World({ prompts: [tea] }, instant('2026-11-23T09:50'));
    jumped.advance(10 * minute - 0.1 * second);
    jumped.send({ type: 'heartbeat' });
    jumped.mono += 0.1 * second;
    jumped.wall += (0.1 + ahead) * second;
    jumped.send({ type: 'heartbeat' });
    expect(jumped.shownSlot).toBe('slot:tea:2026-11-23T10:00');
  }
});

test('T04: a browser that is back within the grace offers the pending slot once more', () => {
  const world = new World();
  world.pass(50 * minute);
  const slot = world.shownSlot;
  world.visible.clear();
  world.die();
  world.advance(10 * minute);
  world.send({ type: 'started', alone: true });

  expect(world.offers.map((offer) => offer.slot)).toEqual([slot, slot]);
  expect(world.endings).toEqual([]);
});

test('T04: a browser that is back later lets the slot go and begins again', () => {
  const world = new World();
  world.pass(50 * minute);
  world.visible.clear();
  world.die();
  world.advance(40 * minute);
  world.send({ type: 'started', alone: true });

  expect(world.endings).toMatchObject([{ verdict: 'late after sleep' }]);
  expect(leftOf(world)).toBe(50 * 60);
});

test('T07: a pause whose page died with its background is closed as interrupted and counts', () => {
  const world = new World();
  world.pass(50 * minute);
  const slot = world.shownSlot;
  world.send({ type: 'opened', slot });
  world.die();
  world.advance(5 * second);
  world.send({ type: 'started', alone: true });

  expect(world.endings).toMatchObject([{ slot, verdict: 'interrupted' }]);
  expect(world.facts).toMatchObject([{ type: 'took', slot }]);
  expect(leftOf(world)).toBe(50 * 60);
});
