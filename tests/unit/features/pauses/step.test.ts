import { expect, test } from 'vitest';

import { usualPolicies } from '#core/features/pauses/policies.ts';
import { hour, instant, minute, second, World } from './support/world.ts';

test('T01: every pause comes on time and none twice while the background dies between them', () => {
  const world = new World();
  const start = world.wall;
  world.onOffer = 'take';
  for (let death = 0; death < 20; death++) {
    world.die();
    world.pass(20 * minute);
  }

  expect(world.offersAfter(start)).toEqual([50, 101, 152, 203, 254, 305, 356]);
  expect(new Set(world.offers.map(({ slot }) => slot)).size).toBe(7);
  expect(world.endings.map(({ verdict }) => verdict)).toEqual(Array(7).fill('taken'));
});

test('T03: when the background dies between deciding and showing, the same slot is shown once', () => {
  const world = new World();
  world.onOffer = 'lose';
  world.pass(50 * minute);
  const decided = world.pending;
  expect(decided?.phase).toBe('decided');

  world.die();
  world.onOffer = 'show';
  world.pass(3 * minute);

  expect(world.offers.map(({ slot }) => slot)).toEqual([decided?.slot]);
  expect(world.verdicts.filter((verdict) => verdict === 'shown')).toHaveLength(1);
});

test('a slot that finds no surface in its grace is passed over, and the next one comes', () => {
  const world = new World();
  world.onOffer = 'lose';
  world.pass(80 * minute);

  expect(world.endings).toMatchObject([{ verdict: 'passed over', detail: { cause: 'unseen' } }]);
  world.onOffer = 'show';
  world.pass(46 * minute);
  expect(world.visible.size).toBe(1);
});

test('an offer nobody answers goes away by itself, is recorded, and is not repeated', () => {
  const world = new World();
  world.pass(50 * minute);
  const slot = world.shownSlot;
  world.pass(5 * minute);

  expect(world.visible.size).toBe(0);
  expect(world.endings).toMatchObject([{ slot, verdict: 'withdrawn', detail: { minutes: 5 } }]);
  world.pass(49 * minute);
  expect(world.offers).toHaveLength(1);
  world.pass(minute);
  expect(world.offers).toHaveLength(2);
});

test('while a pause is offered or open, no second one is offered', () => {
  const world = new World({ everyMinutes: 5, withdrawMinutes: 60 });
  world.pass(5 * minute);
  const slot = world.shownSlot;
  world.pass(20 * minute);
  expect(world.offers).toHaveLength(1);

  world.send({ type: 'opened', slot });
  world.pass(20 * minute);
  expect(world.offers).toHaveLength(1);
  expect(world.next).toMatchObject({ type: 'open', slot });
});

test('an answer given twice counts once, and an answered slot never comes back', () => {
  const world = new World();
  world.pass(50 * minute);
  const slot = world.shownSlot;
  world.take(slot);
  const after = world.state;
  world.send({ type: 'finished', slot, seconds: 60, how: 'done' });
  world.send({ type: 'opened', slot });
  world.send({ type: 'notNow', slot });
  world.send({ type: 'snoozed', slot });

  expect(world.state).toEqual({ ...after, seen: world.state.seen, promised: world.state.promised });
  expect(world.endings).toHaveLength(1);
});

test('a surface that appears after its slot was answered is taken away again', () => {
  const world = new World();
  world.onOffer = 'lose';
  world.pass(50 * minute);
  const slot = world.pending?.slot ?? '';
  world.send({ type: 'notNow' });

  expect(world.send({ type: 'shown', slot, surface: 'window' })).toContainEqual({
    type: 'withdraw',
    slot,
  });
  expect(world.verdicts).not.toContain('shown');
});

test('T26: hours that end during a pause leave it alone, and none comes after', () => {
  const world = new World({}, instant('2026-11-23T16:40'));
  world.pass(49 * minute + 50 * second);
  world.send({ type: 'pauseNow' });
  world.take();

  expect(world.endings).toMatchObject([{ verdict: 'taken', detail: { seconds: 60 } }]);
  world.pass(3 * hour);
  expect(world.offers).toHaveLength(1);
});

test('an offer that is still unanswered when hours end is let go', () => {
  const world = new World({}, instant('2026-11-23T16:38'));
  world.pass(53 * minute);

  expect(world.visible.size).toBe(0);
  expect(world.endings).toMatchObject([{ verdict: 'outside hours' }]);
});

test('T24: no pause comes at lunch, and after it the interval begins again', () => {
  const day = [
    { from: 9 * 60, until: 12 * 60 },
    { from: 13 * 60, until: 17 * 60 },
  ];
  const world = new World({ hours: [day, day, day, day, day, [], []] });
  const start = instant('2026-11-23T09:00');
  world.onOffer = 'take';
  world.pass(8 * hour);

  const times = world.offersAfter(start).map((at) => Math.floor(at));
  expect(times).toEqual([50, 101, 152, 290, 341, 392, 443]);
});

test('T24: with carry, the time before lunch still counts after it', () => {
  const day = [
    { from: 9 * 60, until: 12 * 60 },
    { from: 13 * 60, until: 17 * 60 },
  ];
  const hours = [day, day, day, day, day, [], []];
  const world = new World(
    { hours, policies: { ...usualPolicies, outside: { counts: 'freeze', back: 'fresh' } } },
    instant('2026-11-23T11:30'),
  );
  const start = world.wall;
  world.pass(2 * hour);

  expect(world.offersAfter(start)).toEqual([110]);
});

test('T50: rules that change take effect at once, whatever was counted before', () => {
  const world = new World();
  world.pass(30 * minute);
  world.decide({ everyMinutes: 40 });
  expect(world.next).toMatchObject({ type: 'in', minutes: 10 });

  world.decide({ everyMinutes: 20 });
  expect(world.visible.size).toBe(1);
});

test('T50: pauses that are turned off while one is due take it away and forget the time', () => {
  const world = new World();
  world.pass(50 * minute);
  world.rules = { ...world.rules, on: false };
  world.send({ type: 'rulesChanged' });
  expect(world.visible.size).toBe(0);
  expect(world.endings).toMatchObject([{ verdict: 'turned off' }]);
  expect([world.next, world.wake]).toEqual([{ type: 'off' }, null]);

  world.advance(hour);
  world.rules = { ...world.rules, on: true };
  world.send({ type: 'rulesChanged' });
  expect(world.next).toMatchObject({ type: 'in', minutes: 50 });
});

test('pauses found to be on again begin their interval then, even when nobody said so', () => {
  const world = new World({ on: false });
  world.advance(2 * hour);
  world.rules = { ...world.rules, on: true };
  world.send({ type: 'heartbeat' });
  expect(world.next).toMatchObject({ type: 'in', minutes: 50 });
  expect(world.verdicts).toEqual([]);
});

test('hours opened by hand begin now, not in the morning they were not set for', () => {
  const none = [[], [], [], [], [], [], []];
  const world = new World({ hours: none }, instant('2026-11-23T15:00'));
  world.pass(hour);
  world.rules = { ...world.rules, hours: new World().rules.hours };
  world.send({ type: 'rulesChanged' });

  expect(world.visible.size).toBe(0);
  expect(world.next).toMatchObject({ type: 'in', minutes: 50 });
});

test('T49: repaired settings and a repaired state stand in the ledger', () => {
  const world = new World();
  world.send({ type: 'started', repaired: true });
  world.send({
    type: 'rulesChanged',
    repairs: [{ field: 'pauses.idleMinutes', stored: 0, used: 1 }],
  });
  expect(world.ledger).toMatchObject([
    { verdict: 'state repaired' },
    { verdict: 'settings repaired', detail: { count: 1 } },
  ]);
});

test('outside hours the one alarm waits for the next opening, and inside it rings twice a minute', () => {
  const evening = new World({}, instant('2026-11-27T18:00'));
  expect(evening.wake).toBe(instant('2026-11-30T09:00'));
  const morning = new World();
  expect(morning.wake).toBe(morning.wall + 30 * second);
});
