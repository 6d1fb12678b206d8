/** Calls, shared screens, films, keys and quiet: what holds a pause, for how long, and what its end brings. */
import { expect, test } from 'vitest';

import type { PauseEvent } from '#core/features/pauses/events.ts';
import { usualPolicies, type Cause, type Policy } from '#core/features/pauses/policies.ts';
import { hour, instant, minute, second, World } from './support/world.ts';

const always = Array(7).fill([{ from: 0, until: 1440 }]);
const policy = (
  cause: Cause,
  counts: Policy['counts'],
  back: Policy['back'],
): Partial<World['rules']> => ({
  hours: always,
  policies: { ...usualPolicies, [cause]: { counts, back } },
});

test('T35: a call that begins just before a pause is due holds it, and its end brings it once, at a seam', () => {
  const world = new World();
  world.pass(50 * minute - 5 * second);
  world.see({ meeting: true });
  world.pass(30 * minute);
  expect(world.offers).toEqual([]);
  expect(world.verdicts).toEqual(['held']);
  world.see(null);
  world.see({ meeting: false });
  const ended = world.wall;
  world.pass(hour / 2);
  expect(world.offers.map(({ at }) => (at - ended) / second)).toEqual([60]);
});

test('T35: a call that begins while a pause is offered takes it back and it is not lost', () => {
  const world = new World();
  world.pass(50 * minute);
  expect(world.visible.size).toBe(1);
  world.see({ meeting: true });
  expect(world.visible.size).toBe(0);
  expect(world.endings).toEqual([]);
  world.pass(10 * minute);
  world.see({ meeting: false });
  world.pass(2 * minute);
  expect(world.visible.size).toBe(1);
});

test('T35: a call that begins during a pause closes it kindly, and it counts', () => {
  const world = new World();
  world.pass(50 * minute);
  const slot = world.shownSlot;
  world.send({ type: 'opened', slot });
  world.pass(10 * second);
  world.see({ meeting: true });
  expect(world.effects).toContainEqual({ type: 'withdraw', slot });
  expect(world.endings).toMatchObject([{ verdict: 'interrupted', detail: { cause: 'meeting' } }]);
  expect(world.state.prompts['main']?.declined).toBe(0);
  expect(world.next).toMatchObject({ type: 'in', minutes: 50 });
});

test('T36: four hours of calls back to back hold pauses with a reason, and the first gap of a minute brings one', () => {
  const world = new World({ hours: always });
  world.onOffer = 'show';
  for (let call = 0; call < 8; call++) {
    world.see({ meeting: true });
    world.pass(29.5 * minute);
    world.see({ meeting: false });
    world.pass(30 * second);
  }
  expect(world.offers).toEqual([]);
  const reasons = world.ledger.map(({ verdict, detail }) => `${verdict} ${detail.cause ?? ''}`);
  expect(new Set(reasons)).toEqual(new Set(['held meeting', 'passed over meeting']));
  world.pass(minute);
  expect(world.offers).toHaveLength(1);
});

test('T30: a film of forty minutes counts as screen time, holds the pause, and its end brings one', () => {
  const world = new World({ hours: always });
  world.pass(30 * minute);
  world.send({ type: 'presence', presence: { state: 'idle', watching: true, fullscreen: true } });
  world.pass(40 * minute);
  expect(world.offers).toEqual([]);
  expect(world.verdicts).toEqual(['held']);
  world.send({ type: 'presence', presence: { state: 'active' } });
  expect(world.offers).toHaveLength(1);
});

test('music behind the work is no film', () => {
  const world = new World({ hours: always });
  world.see({ watching: true });
  world.pass(50 * minute);
  expect(world.offers).toHaveLength(1);
});

test('while the screen is shared nothing is offered, and next says why', () => {
  const world = new World();
  world.see({ sharing: true });
  world.pass(55 * minute);
  expect(world.offers).toEqual([]);
  expect(world.next).toEqual({ type: 'held', cause: 'sharing' });
});

test('T38: keys hold a pause until they rest, and no longer than two minutes', () => {
  const world = new World();
  world.pass(50 * minute - second);
  world.send({ type: 'heartbeat', presence: { state: 'active', typedAt: world.wall } });
  world.advance(2 * second);
  world.send({ type: 'heartbeat', presence: { state: 'active', typedAt: world.wall - second } });
  expect(world.offers).toEqual([]);
  world.advance(6 * second);
  world.send({
    type: 'heartbeat',
    presence: { state: 'active', typedAt: world.wall - 6 * second },
  });
  expect(world.offers).toHaveLength(1);

  const busy = new World();
  busy.onOffer = 'lose';
  busy.pass(50 * minute - second);
  let levels: string[] = [];
  for (let seconds = 0; seconds < 150 && levels.length === 0; seconds += 2) {
    busy.advance(2 * second);
    const effects = busy.send({
      type: 'heartbeat',
      presence: { state: 'active', typedAt: busy.wall },
    });
    levels = effects.flatMap((effect) => (effect.type === 'offer' ? [effect.level] : []));
  }
  expect(levels).toEqual(['notice']);
  expect(busy.wall - (busy.anchor + 50 * minute)).toBeGreaterThan(119 * second);
  expect(busy.verdicts).toEqual(['held']);
});

test.each<Extract<PauseEvent, { type: 'speaker' | 'elsewhere' }>>([
  { type: 'speaker', who: 'here' },
  { type: 'elsewhere', facts: [] },
])('T38: what comes of itself while keys go in brings no pause between them ($type)', (event) => {
  const world = new World();
  world.pass(50 * minute - second);
  world.advance(2 * second);
  world.send({ ...event, typedAt: world.wall - second });
  expect(world.offers).toEqual([]);
  world.advance(5 * second);
  world.send({ ...event, typedAt: world.wall - 6 * second });
  expect(world.offers).toHaveLength(1);
});

test.each([
  ['meeting', 'freeze', 30],
  ['meeting', 'keep', 10],
  ['meeting', 'fresh', 50],
  ['meeting', 'rest', 50],
  ['media', 'freeze', 30],
  ['quiet', 'freeze', 30],
  ['quiet', 'fresh', 50],
] as const)('a %s that is to %s the time leaves %i minutes to go', (cause, counts, left) => {
  const world = new World({ ...policy(cause, counts, 'offer') });
  world.pass(20 * minute);
  if (cause === 'quiet') world.send({ type: 'quiet', until: world.wall + 20 * minute });
  else world.see(cause === 'media' ? { fullscreen: true } : { meeting: true });
  world.pass(20 * minute);
  world.see({ state: 'active' });
  expect(world.next).toMatchObject({ type: 'in', minutes: left });
});

test('a short call counted as rest is rest only when it is as long as the pause', () => {
  const world = new World({ ...policy('meeting', 'rest', 'offer'), lengthSeconds: 600 });
  world.pass(20 * minute);
  world.see({ meeting: true });
  world.pass(5 * minute);
  world.see({ meeting: false });
  expect(world.next).toMatchObject({ type: 'in', minutes: 30 });
});

test('on return nothing: what waited through a call is let go with its reason', () => {
  const world = new World({ ...policy('meeting', 'keep', 'nothing') });
  world.see({ meeting: true });
  world.pass(55 * minute);
  world.see({ meeting: false });
  world.pass(5 * minute);
  expect(world.offers).toEqual([]);
  expect(world.endings).toMatchObject([{ verdict: 'passed over', detail: { cause: 'meeting' } }]);
});

test('on return a fresh start: the interval begins again though nothing was due', () => {
  const world = new World({ ...policy('meeting', 'keep', 'fresh') });
  world.pass(20 * minute);
  world.see({ meeting: true });
  world.pass(10 * minute);
  world.see({ meeting: false });
  expect(world.next).toMatchObject({ type: 'in', minutes: 50 });
});

test('idleness that is to count goes on counting, and an offer comes to the chair', () => {
  const world = new World({ ...policy('idle', 'keep', 'offer') });
  world.pass(20 * minute);
  world.idle(3 * minute);
  world.pass(28 * minute);
  expect(world.offers).toHaveLength(1);
});

test('idleness that is to freeze is no rest, however long', () => {
  const world = new World({ ...policy('idle', 'freeze', 'offer') });
  world.pass(20 * minute);
  world.walkAway(30 * minute);
  expect(world.endings).toEqual([]);
  expect(world.next).toMatchObject({ type: 'in', minutes: 30 });
});

test('a lock that is to begin anew does so however short it was', () => {
  const world = new World({ ...policy('locked', 'fresh', 'offer') });
  world.pass(20 * minute);
  world.lock();
  world.pass(10 * second);
  world.input();
  expect(world.next).toMatchObject({ type: 'in', minutes: 50 });
});

test('outside hours with an offer on return: what waited at closing comes when hours open again', () => {
  const day = [
    { from: 9 * 60, until: 12 * 60 },
    { from: 13 * 60, until: 17 * 60 },
  ];
  const world = new World(
    { ...policy('outside', 'freeze', 'offer'), hours: Array(7).fill(day) },
    instant('2026-11-23T11:05'),
  );
  world.send({ type: 'call', until: world.wall + hour });
  world.pass(1.5 * hour);
  expect(world.offers).toEqual([]);
  world.pass(hour);
  expect(world.offers.map(({ at }) => new Date(at).toISOString().slice(11, 16))).toEqual(['12:00']);
});
