/** Two and three computers of one person: one speaks, and what is answered on one is answered on all. */
import { expect, test } from 'vitest';

import { type PauseFact } from '#core/features/pauses/events.ts';
import { Devices } from './support/devices.ts';
import { clock, slotsOf } from './support/several.ts';
import { hour, instant, minute, prompt, second, World } from './support/world.ts';

const always = Array<{ from: number; until: number }[]>(7).fill([{ from: 0, until: 1440 }]);
const tea = prompt('tea', clock(10 * 60));
const start = instant('2026-11-23T09:00:30');

/** Computers that begin together, each with its own error of the wall clock. */
const together = (rules: ConstructorParameters<typeof World>[0], ...errors: number[]): Devices =>
  new Devices(...errors.map((error) => new World(rules, start + error)));

test('T22: two devices in different zones name a floating prompt alike, and it comes once', () => {
  const home = prompt('home', clock(12 * 60), { zone: 'Europe/Berlin' });
  const rules = { prompts: [tea, home] };
  const berlin = new World(rules, start);
  const newYork = new World(rules, start, 'America/New_York');
  berlin.onOffer = newYork.onOffer = 'take';
  const devices = new Devices(berlin, newYork);
  const [traveller] = devices.all;
  for (let minutes = 0; traveller && minutes < 4 * 60; minutes++) {
    devices.use(traveller);
    devices.pass(minute);
  }
  devices.pass(6 * hour);

  expect(slotsOf(berlin)).toEqual([
    'slot:tea:2026-11-23T10:00',
    'slot:home:2026-11-23T12:00[Europe/Berlin]',
  ]);
  expect(newYork.wall).toBeGreaterThan(instant('2026-11-23T10:30', 'America/New_York'));
  expect(slotsOf(newYork)).toEqual([]);
  expect(newYork.endings).toEqual([]);
});

test('T41: two devices used in turns every five seconds show one pause, on the one used last', () => {
  const devices = together({ hours: always }, 0, 0);
  const [first, second_] = devices.all;
  if (!first || !second_) throw new Error('There are two.');
  let last = first;
  devices.watch = () => {
    expect(devices.visible.length).toBeLessThanOrEqual(1);
    if (devices.visible.length === 1) expect(last.world.visible.size).toBe(1);
  };
  for (let turn = 0; turn < 12 * 52; turn++) {
    last = turn % 2 === 0 ? first : second_;
    devices.use(last);
    devices.pass(5 * second);
  }
  expect(devices.visible).toHaveLength(1);
  devices.use(first);
  first.world.take();
  devices.exchange();
  expect(devices.visible).toEqual([]);
  for (const { world } of devices.all) expect(world.endings).toHaveLength(1);
  devices.pass(40 * minute);
  expect(devices.visible).toEqual([]);
});

test('T42: both offline, both answered: one slot, its two endings stay, and none is offered again', () => {
  const devices = together({ prompts: [tea] }, 0, 0);
  for (const device of devices.all) {
    device.online = false;
    device.world.onOffer = 'take';
  }
  devices.pass(90 * minute);
  for (const device of devices.all) device.online = true;
  devices.pass(3 * hour);
  for (const { world } of devices.all) {
    expect(slotsOf(world)).toEqual(['slot:tea:2026-11-23T10:00']);
    expect(world.endings).toMatchObject([{ slot: 'slot:tea:2026-11-23T10:00', verdict: 'taken' }]);
  }
});

test('T42: intervals that ran apart while offline begin at the later ending on both', () => {
  const devices = together({ hours: always }, 0, 0);
  const [one, other] = devices.all.map(({ world }) => world);
  for (const device of devices.all) device.online = false;
  // The one that is not in use asks first, and nobody hears it.
  devices.pass(51 * minute);
  one?.take();
  other?.pass(3 * minute);
  other?.take();
  one?.pass(3 * minute);
  for (const device of devices.all) device.online = true;
  devices.exchange();
  expect(one?.anchor).toBe(other?.anchor);
  devices.pass(49 * minute);
  expect(devices.visible).toEqual([]);
});

test.each(['before', 'after'] as const)(
  'T43: a pause taken on the phone while the laptop sleeps is over there, heard of %s it looks',
  (when) => {
    const [phone, laptop] = [
      new World({ prompts: [tea] }, start),
      new World({ prompts: [tea] }, start),
    ];
    phone.onOffer = 'take';
    laptop.pass(50 * minute);
    phone.pass(70 * minute);
    laptop.wall += 20 * minute;
    const hear = (): unknown => laptop.send({ type: 'elsewhere', facts: phone.facts });
    if (when === 'before') hear();
    laptop.send({ type: 'heartbeat' });
    if (when === 'after') hear();
    expect(laptop.visible.size).toBe(0);
    expect(laptop.offers).toHaveLength(when === 'before' ? 0 : 1);
    laptop.pass(2 * hour);
    expect(laptop.visible.size).toBe(0);
    expect(slotsOf(laptop)).toHaveLength(when === 'before' ? 0 : 1);
  },
);

test.each([
  ['ten minutes behind', -10 * minute],
  ['ten minutes ahead', 10 * minute],
  ['a day behind', -24 * hour],
  ['a day ahead', 24 * hour],
])(
  'T44: with a clock that is %s, the device used last still speaks, and it alone',
  (_name, error) => {
    const devices = together({ hours: always }, 0, error);
    const [right, wrong] = devices.all;
    if (!right || !wrong) throw new Error('There are two.');
    devices.watch = () => {
      expect(devices.visible.length).toBeLessThanOrEqual(1);
    };
    for (let turn = 0; turn < 2 * 52; turn++) {
      devices.use(wrong);
      devices.pass(30 * second);
    }
    expect([right.world.visible.size, wrong.world.visible.size]).toEqual([0, 1]);
    devices.use(right);
    expect([right.world.visible.size, wrong.world.visible.size]).toEqual([1, 0]);
  },
);

test.each([-10 * minute, 10 * minute, 24 * hour])(
  'T44: what was taken on a device whose clock is %i ms off is taken everywhere',
  (error) => {
    const devices = together({ hours: always }, 0, error);
    const [right, wrong] = devices.all;
    if (!right || !wrong) throw new Error('There are two.');
    devices.pass(50 * minute);
    wrong.world.take(wrong.world.shownSlot);
    devices.exchange();
    expect(right.world.visible.size).toBe(0);
    right.world.pass(35 * minute);
    expect(right.world.visible.size).toBe(0);
  },
);

test.each([
  ['an hour', hour],
  ['a day', 24 * hour],
])(
  'T44: quiet told by a clock %s ahead holds there, and not here: how old it is cannot be known without a clock both share, and an old one would silence anew',
  (_name, error) => {
    const devices = together({ hours: always }, 0, error);
    const [right, wrong] = devices.all;
    if (!right || !wrong) throw new Error('There are two.');
    devices.pass(30 * minute);
    right.online = false;
    wrong.world.send({ type: 'quiet', until: wrong.world.wall + 10 * minute, by: 'length' });
    // It is over by the time the other one hears of it.
    devices.pass(20 * minute);
    right.online = true;
    devices.exchange();
    expect(right.world.state.quiet).toBeNull();
    devices.use(right);
    expect([right.world.visible.size, wrong.world.visible.size]).toEqual([1, 0]);
  },
);

test('T44: a pause told by a clock a day behind is old news, for the same reason: yesterday’s may be heard today', () => {
  const devices = together({ hours: always }, 0, -24 * hour);
  const [right, wrong] = devices.all;
  if (!right || !wrong) throw new Error('There are two.');
  devices.pass(50 * minute);
  wrong.world.take(wrong.world.shownSlot);
  devices.use(right);
  devices.pass(second);
  expect(right.world.visible.size).toBe(1);
  expect(right.world.verdicts).not.toContain('elsewhere');
});

test('T45: when the device that speaks is gone, another takes over within a minute, and none comes twice', () => {
  const devices = together({ hours: always }, 0, 0, 0);
  const [holder, ...others] = devices.all;
  if (!holder) throw new Error('There are three.');
  devices.watch = () => {
    expect(holder.world.visible.size).toBeLessThanOrEqual(1);
  };
  devices.pass(49 * minute);
  devices.use(holder);
  devices.pass(50 * second);
  holder.dead = true;
  devices.pass(75 * second);
  const shown = others.map(({ world }) => world.offers.length);
  expect(Math.max(...shown)).toBe(1);
  const next = others.find(({ world }) => world.visible.size === 1);
  if (!next) throw new Error('One of them speaks.');
  devices.use(next);
  expect(devices.visible).toHaveLength(1);
  next.world.take();
  devices.exchange();
  devices.pass(40 * minute);
  expect(others.map(({ world }) => world.endings.length)).toEqual([1, 1]);
  expect(devices.visible).toEqual([]);
});

test('T46: a push ten minutes late offers within the grace, one an hour late lets go, and a second one changes nothing', () => {
  const late = new World({ prompts: [tea] }, instant('2026-11-23T09:50'));
  late.advance(20 * minute);
  late.knock();
  late.knock();
  expect(slotsOf(late)).toEqual(['slot:tea:2026-11-23T10:00']);

  const tooLate = new World({ prompts: [tea] }, instant('2026-11-23T09:50'));
  tooLate.advance(70 * minute);
  tooLate.knock();
  expect(tooLate.offers).toEqual([]);
  expect(tooLate.endings).toMatchObject([{ verdict: 'passed over' }]);
});

test('T46: news that comes late, twice and in another order is the same news', () => {
  const [there, here] = [new World({ hours: always }), new World({ hours: always })];
  there.onOffer = 'take';
  there.pass(3 * hour);
  here.onOffer = 'lose';
  here.pass(3 * hour);
  const shuffled: PauseFact[] = [...there.facts.toReversed(), ...there.facts];
  for (const fact of shuffled) here.send({ type: 'elsewhere', facts: [fact] });
  expect(here.anchor).toBe(there.anchor);
  const ended = here.endings.map(({ slot }) => slot);
  expect(new Set(ended).size).toBe(ended.length);
});
