/** Several prompts at once: who comes first, what joins, what waits, and what the person says to one of them. */
import { expect, test } from 'vitest';

import { clock, slotsOf, taking } from './support/several.ts';
import { hour, instant, minute, prompt, second, World } from './support/world.ts';

test('not today keeps a prompt still until the day of the person is over, and leaves the others alone', () => {
  const world = taking(
    { prompts: [prompt('tea', clock(10 * 60, 16 * 60)), prompt('sun', clock(11 * 60))] },
    instant('2026-11-23T09:30'),
  );
  world.onOffer = 'show';
  world.pass(31 * minute);
  world.send({ type: 'notToday', slot: world.shownSlot });
  world.onOffer = 'take';
  world.pass(24 * hour);
  expect(slotsOf(world)).toEqual([
    'slot:tea:2026-11-23T10:00',
    'slot:sun:2026-11-23T11:00',
    'slot:tea:2026-11-24T10:00',
  ]);
  expect(world.endings.filter(({ verdict }) => verdict === 'not today')).toHaveLength(1);
});

test('skip lets the coming one go before it is due, and only that one', () => {
  const world = taking(
    { prompts: [prompt('tea', clock(10 * 60, 16 * 60))] },
    instant('2026-11-23T09:30'),
  );
  world.send({ type: 'skipped' });
  world.pass(8 * hour);
  expect(slotsOf(world)).toEqual(['slot:tea:2026-11-23T16:00']);
  expect(world.endings[0]).toMatchObject({ verdict: 'skipped', slot: 'slot:tea:2026-11-23T10:00' });

  const active = taking({});
  active.pass(40 * minute);
  active.send({ type: 'skipped' });
  active.pass(49 * minute);
  expect(active.offers).toEqual([]);
  active.pass(minute);
  expect(active.offers).toHaveLength(1);
});

test('three times not now in a row are counted, a pause taken forgets them, and an answer is final', () => {
  const world = new World();
  for (let times = 1; times <= 3; times++) {
    world.pass(50 * minute);
    world.send({ type: 'notNow' });
    expect(world.state.prompts['main']?.declined).toBe(times);
  }
  world.send({ type: 'lessAnswered', prompt: 'main' });
  expect(world.state.prompts['main']).toMatchObject({ declined: 0, lessAnswered: true });
  world.pass(50 * minute);
  world.send({ type: 'notNow' });
  world.pass(50 * minute);
  world.take();
  expect(world.state.prompts['main']?.declined).toBe(0);
});

test('T39: five prompts due in one minute: the long one takes the short ones in, the others keep the gap, in order', () => {
  const world = taking({
    prompts: [
      prompt('short', { type: 'active', everyMinutes: 60 }, { lengthSeconds: 20 }),
      prompt('long', { type: 'active', everyMinutes: 60 }, { lengthSeconds: 300 }),
      prompt('a', clock(10 * 60)),
      prompt('b', clock(10 * 60)),
      prompt('c', clock(10 * 60)),
    ],
  });
  world.wall = instant('2026-11-23T09:00:00');
  world.pass(2 * hour - minute);
  const minutesPast = world.offers.map(({ slot, at }) => [
    slot.split(':')[1],
    Math.floor((at - instant('2026-11-23T10:00')) / minute),
  ]);
  expect(minutesPast.slice(0, 4)).toEqual([
    ['long', 0],
    ['a', 10],
    ['b', 16],
    ['c', 22],
  ]);
  expect(world.endings.find(({ slot }) => slot?.startsWith('slot:short'))).toMatchObject({
    verdict: 'joined',
  });
});

test('a short pause that would come half a minute before a long one waits for it and joins it', () => {
  const world = taking({
    prompts: [
      prompt('short', { type: 'active', everyMinutes: 50 }, { lengthSeconds: 20 }),
      prompt('long', { type: 'active', everyMinutes: 50 }, { lengthSeconds: 300 }),
    ],
  });
  world.pass(20 * second);
  const facts = [{ type: 'letGo', slot: 'slot:long:before', at: world.wall } as const];
  world.send({ type: 'elsewhere', facts });
  world.pass(51 * minute);
  expect(slotsOf(world).map((slot) => slot.split(':')[1])).toEqual(['long']);
});

test('a rest answers every prompt whose pause it was long enough for, and no longer one', () => {
  const world = new World({
    prompts: [
      prompt('short', { type: 'active', everyMinutes: 30 }, { lengthSeconds: 60 }),
      prompt('long', { type: 'active', everyMinutes: 90 }, { lengthSeconds: 600 }),
    ],
  });
  world.onOffer = 'take';
  world.pass(20 * minute);
  world.walkAway(5 * minute);
  expect(world.endings.map(({ slot }) => slot?.split(':')[1])).toEqual(['short']);
  world.pass(10 * minute);
  world.walkAway(15 * minute);
  expect(world.endings.map(({ slot }) => slot?.split(':')[1])).toEqual(['short', 'short', 'long']);
});

test('T40: skipping the long one, or sleeping through it, breaks the sequence of neither', () => {
  const world = taking({
    prompts: [
      prompt('short', { type: 'active', everyMinutes: 20 }, { lengthSeconds: 20 }),
      prompt('long', { type: 'active', everyMinutes: 65 }, { lengthSeconds: 300 }),
    ],
  });
  world.pass(50 * minute);
  world.send({ type: 'skipped', prompt: 'long' });
  world.pass(40 * minute);
  world.send({ type: 'snoozed' });
  world.sleep(6 * minute);
  world.pass(70 * minute);
  const names = slotsOf(world).map((slot) => slot.split(':')[1]);
  // At 20, 40, 61 and 81; then, counted from the end of sleep at 96, at 20, 41 and 61, and the long one at 65.
  expect(names).toEqual([...Array<string>(7).fill('short'), 'long']);
  const ends = world.endings.map(({ slot }) => slot);
  expect(new Set(ends).size).toBe(ends.length);
});

test('a snoozed prompt leaves another one its time', () => {
  const world = new World({
    prompts: [prompt('main', { type: 'active', everyMinutes: 50 }), prompt('tea', clock(10 * 60))],
    gapMinutes: 0,
  });
  world.pass(50 * minute);
  world.send({ type: 'snoozed', minutes: 30 });
  world.pass(10 * minute);
  expect([...world.visible]).toEqual(['slot:tea:2026-11-23T10:00']);
});

test('a pause that was asked for and put off comes back, too', () => {
  const world = new World();
  world.pass(10 * minute);
  world.send({ type: 'pauseNow' });
  const slot = world.shownSlot;
  world.send({ type: 'snoozed', slot, minutes: 5 });
  expect(world.visible.size).toBe(0);
  world.pass(5 * minute);
  expect(world.shownSlot).toBe(slot);
});

test('a prompt that is removed while it waits is put away', () => {
  const world = new World({ prompts: [prompt('tea', clock(10 * 60))] });
  world.pass(hour);
  expect(world.visible.size).toBe(1);
  world.decide({ prompts: [] });
  expect(world.visible.size).toBe(0);
  expect(world.endings).toMatchObject([{ verdict: 'turned off' }]);
});
