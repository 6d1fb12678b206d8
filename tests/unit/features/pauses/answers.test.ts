import { expect, test } from 'vitest';

import { quietUntil } from '#core/features/pauses/quiet.ts';
import { hour, instant, minute, second, World } from './support/world.ts';

test('snooze brings the same slot back after the chosen minutes', () => {
  const world = new World();
  world.pass(50 * minute);
  const slot = world.shownSlot;
  world.send({ type: 'snoozed', minutes: 10 });
  expect(world.visible.size).toBe(0);
  expect(world.next).toEqual({
    type: 'in',
    prompt: 'main',
    minutes: 10,
    at: world.wall + 10 * minute,
    snoozed: true,
  });

  world.pass(10 * minute);
  expect(world.shownSlot).toBe(slot);
  expect(world.endings).toEqual([]);
});

test('T40: later and later again keeps one slot, and sleep in between satisfies it for good', () => {
  const world = new World();
  world.pass(50 * minute);
  const slot = world.shownSlot;
  for (let times = 0; times < 3; times++) {
    world.send({ type: 'snoozed' });
    world.pass(5 * minute);
    expect(world.shownSlot).toBe(slot);
  }
  world.send({ type: 'snoozed' });
  world.sleep(30 * minute);
  world.pass(49 * minute);

  expect(new Set(world.offers.map((offer) => offer.slot))).toEqual(new Set([slot]));
  expect(world.endings).toMatchObject([{ slot, verdict: 'rest credited' }]);
  world.pass(minute);
  expect(world.shownSlot).not.toBe(slot);
});

test('a walk during the snooze is the pause', () => {
  const world = new World();
  world.pass(50 * minute);
  world.send({ type: 'snoozed', minutes: 20 });
  world.walkAway(10 * minute);
  world.pass(49 * minute);
  expect(world.offers).toHaveLength(1);
});

test('not now lets this one go and starts the interval again', () => {
  const world = new World();
  world.pass(50 * minute);
  const slot = world.shownSlot;
  world.send({ type: 'notNow' });

  expect(world.visible.size).toBe(0);
  expect(world.endings).toMatchObject([{ slot, verdict: 'not now' }]);
  world.pass(49 * minute);
  expect(world.offers).toHaveLength(1);
  world.pass(minute);
  expect(world.offers).toHaveLength(2);
});

test('not now before a pause is due lets the coming one go', () => {
  const world = new World();
  world.pass(45 * minute);
  world.send({ type: 'notNow' });
  world.pass(49 * minute);
  expect(world.offers).toEqual([]);
});

test('leaving a pause early counts like taking it', () => {
  for (const how of ['enough', 'left'] as const) {
    const world = new World();
    world.pass(50 * minute);
    const slot = world.shownSlot;
    world.send({ type: 'opened', slot });
    world.pass(4 * second);
    world.send({ type: 'finished', slot, seconds: 4, how });
    expect(world.endings).toMatchObject([{ verdict: 'left early', detail: { seconds: 4 } }]);
    expect(world.facts).toMatchObject([{ type: 'took', slot, until: world.wall }]);
    world.pass(49 * minute);
    expect(world.offers).toHaveLength(1);
  }
});

test('a pause taken now needs no hours, no quiet holds it, and it restarts the interval', () => {
  const world = new World({}, instant('2026-11-22T20:00'));
  world.send({ type: 'quiet', until: world.wall + hour });
  world.send({ type: 'pauseNow' });
  world.take();
  expect(world.endings).toMatchObject([{ verdict: 'taken' }]);

  const weekday = new World();
  weekday.pass(30 * minute);
  weekday.send({ type: 'pauseNow' });
  weekday.take();
  expect(weekday.next).toMatchObject({ type: 'in', minutes: 50 });
});

test('a pause asked for while one is offered is that one', () => {
  const world = new World();
  world.pass(50 * minute);
  const slot = world.shownSlot;
  expect(world.send({ type: 'pauseNow' })).toContainEqual(
    expect.objectContaining({ type: 'offer', slot, asked: true }),
  );
});

test('a pause asked for that cannot open is put away within two minutes', () => {
  const world = new World();
  world.onOffer = 'lose';
  world.send({ type: 'pauseNow' });
  world.pass(2 * minute);
  expect(world.endings).toMatchObject([{ verdict: 'withdrawn', detail: { cause: 'unseen' } }]);
  expect(world.next.type).toBe('in');
});

test('an offer that had gone away by itself can still be opened, as a pause of its own', () => {
  const world = new World();
  world.pass(50 * minute);
  const slot = world.shownSlot;
  world.pass(6 * minute);
  world.take(slot);

  expect(world.endings.map(({ verdict }) => verdict)).toEqual(['withdrawn', 'taken']);
  expect(new Set(world.endings.map((row) => row.slot)).size).toBe(2);
  expect(world.next).toMatchObject({ type: 'in', minutes: 50 });
});

test('a pause taken under another name answers the one that waits', () => {
  const world = new World();
  world.pass(50 * minute);
  const slot = world.shownSlot;
  world.send({ type: 'finished', slot: 'slot:own:page', seconds: 30, how: 'done' });
  world.send({ type: 'finished', slot: 'slot:own:page', seconds: 30, how: 'done' });
  expect(world.visible.size).toBe(0);
  expect(world.endings).toMatchObject([{ slot, verdict: 'taken', detail: { seconds: 30 } }]);
});

test('a pause page that is forgotten is closed after an hour', () => {
  const world = new World();
  world.pass(50 * minute);
  world.send({ type: 'opened', slot: world.shownSlot });
  world.pass(59 * minute);
  expect(world.endings).toEqual([]);
  world.pass(2 * minute);
  expect(world.endings).toMatchObject([{ verdict: 'interrupted' }]);
  expect(world.visible.size).toBe(0);
});

test('quiet holds what falls due, and its end offers it once when it is not too late', () => {
  const world = new World();
  world.pass(30 * minute);
  world.send({ type: 'quiet', until: world.wall + hour });
  world.pass(59 * minute);
  expect(world.offers).toEqual([]);
  expect(world.verdicts).toEqual(['quiet', 'held']);

  const short = new World();
  short.pass(30 * minute);
  short.send({ type: 'quiet', until: short.wall + 40 * minute });
  short.pass(40 * minute);
  expect(short.offers).toHaveLength(1);
});

test('what fell due too long before quiet ended is passed over and the interval begins again', () => {
  const world = new World();
  world.pass(30 * minute);
  world.send({ type: 'quiet', until: world.wall + hour });
  world.pass(hour);
  expect(world.offers).toEqual([]);
  expect(world.endings).toMatchObject([{ verdict: 'passed over', detail: { cause: 'quiet' } }]);
  world.pass(50 * minute);
  expect(world.offers).toHaveLength(1);
});

test('quiet takes a showing prompt away, and ending it early brings it back', () => {
  const world = new World();
  world.pass(50 * minute);
  const slot = world.shownSlot;
  world.send({ type: 'quiet', until: world.wall + hour });
  expect(world.visible.size).toBe(0);
  world.pass(5 * minute);
  world.send({ type: 'quietEnded' });
  expect(world.shownSlot).toBe(slot);
});

test('T33: an hour of quiet with two hours of sleep inside is over by the clock', () => {
  const world = new World();
  world.pass(10 * minute);
  world.send({ type: 'quiet', until: world.wall + hour });
  world.pass(10 * minute);
  world.sleep(2 * hour);
  expect(world.next).toMatchObject({ type: 'in', minutes: 50 });
});

test('T34: quiet until tomorrow over the night the clocks change ends at the right civil hour', () => {
  const world = new World({ hours: Array(7).fill([{ from: 9 * 60, until: 18 * 60 }]) });
  for (const [evening, morning] of [
    ['2026-03-28T20:00', '2026-03-29T09:00'],
    ['2026-10-24T20:00', '2026-10-25T09:00'],
    ['2026-10-25T01:00', '2026-10-25T09:00'],
  ] as const) {
    const at = { wall: instant(evening), zone: 'Europe/Berlin' };
    expect(quietUntil('tomorrow', at, world.rules)).toBe(instant(morning));
  }
});

test('a quiet that has already ended by the clock is not begun', () => {
  const world = new World();
  world.send({ type: 'quiet', until: world.wall });
  world.send({ type: 'quiet', until: Number.NaN });
  expect(world.next.type).toBe('in');
  expect(world.verdicts).toEqual([]);
});
