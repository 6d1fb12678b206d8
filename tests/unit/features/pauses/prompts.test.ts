/** Several named prompts, each with its own cadence. */
import { expect, test } from 'vitest';

import { clock, localTimes, slotsOf, taking } from './support/several.ts';
import { hour, instant, minute, prompt, World } from './support/world.ts';

test('a prompt by the clock comes at its times on its days and has nothing to do with hours', () => {
  const tea = prompt('tea', { type: 'clock', times: [7 * 60, 22 * 60 + 30], days: [1, 2, 6] });
  const world = taking({ prompts: [tea] }, instant('2026-11-23T06:00'));
  world.pass(7 * 24 * hour);
  expect(localTimes(world)).toEqual([
    '2026-11-23T07:00',
    '2026-11-23T22:30',
    '2026-11-24T07:00',
    '2026-11-24T22:30',
    '2026-11-28T07:00',
    '2026-11-28T22:30',
  ]);
  expect(slotsOf(world)[0]).toBe('slot:tea:2026-11-23T07:00');
});

test('a prompt by the clock is never made up for from before it was there', () => {
  const world = new World({ prompts: [] }, instant('2026-11-23T13:05'));
  world.decide({ prompts: [prompt('tea', clock(13 * 60))] });
  world.pass(hour);
  expect(world.offers).toEqual([]);
});

test('T18: a time that spring skips comes at the first minute that exists, once, in six zones', () => {
  const springs = [
    ['Europe/Berlin', '2026-03-29', '03:00'],
    ['America/New_York', '2026-03-08', '03:00'],
    ['Australia/Lord_Howe', '2026-10-04', '02:30'],
    ['Africa/Cairo', '2026-04-24', '01:00'],
    ['America/Santiago', '2026-09-06', '01:00'],
    ['Asia/Beirut', '2026-03-29', '01:00'],
  ] as const;
  for (const [zone, day, first] of springs) {
    const minutes = Temporal.PlainTime.from(first).since('00:00').total('minutes') - 15;
    const tea = prompt('tea', clock(minutes));
    const world = taking({ prompts: [tea] });
    world.zone = zone;
    world.wall = Temporal.PlainDateTime.from(`${day}T12:00`)
      .subtract({ days: 1 })
      .toZonedDateTime(zone).epochMilliseconds;
    world.send({ type: 'heartbeat' });
    world.offers = [];
    world.pass(24 * hour);
    expect([zone, ...localTimes(world)]).toEqual([zone, `${day}T${first}`]);
  }
});

test('T19: a time that autumn repeats comes at its first occurrence only', () => {
  const world = taking({ prompts: [prompt('tea', clock(150))] }, instant('2026-10-24T22:00'));
  world.pass(12 * hour);
  expect(world.offers.map(({ at }) => at)).toEqual([
    Temporal.ZonedDateTime.from('2026-10-25T02:30+02:00[Europe/Berlin]').epochMilliseconds,
  ]);
});

test('T19: so it is in every zone, the half hour of Lord Howe and the midnight of Cairo among them', () => {
  const autumns = [
    ['Europe/Berlin', '2026-10-25', '02:30', '+02:00'],
    ['America/New_York', '2026-11-01', '01:30', '-04:00'],
    ['Australia/Lord_Howe', '2026-04-05', '01:45', '+11:00'],
    ['Africa/Cairo', '2026-10-29', '23:30', '+03:00'],
    ['America/Santiago', '2026-04-04', '23:30', '-03:00'],
    ['Asia/Beirut', '2026-10-24', '23:30', '+03:00'],
  ] as const;
  for (const [zone, day, time, offset] of autumns) {
    const minutes = Temporal.PlainTime.from(time).since('00:00').total('minutes');
    const noon = Temporal.PlainDateTime.from(`${day}T12:00`).subtract({ days: 1 });
    const world = taking({ prompts: [prompt('tea', clock(minutes))] });
    Object.assign(world, { zone, wall: noon.toZonedDateTime(zone).epochMilliseconds });
    world.send({ type: 'heartbeat' });
    world.offers = [];
    world.pass(36 * hour);
    const at = Temporal.ZonedDateTime.from(`${day}T${time}${offset}[${zone}]`).epochMilliseconds;
    expect([zone, ...world.offers.map((offer) => offer.at - at)].slice(0, 3)).toContain(0);
    expect(world.offers.filter((offer) => offer.slot.includes(day))).toHaveLength(1);
  }
});

test('T12: after a clock set back an hour, a time that came comes no second time, and the next one by the new clock', () => {
  const world = taking(
    { prompts: [prompt('tea', clock(10 * 60 + 30, 11 * 60 + 30))] },
    instant('2026-11-23T10:00'),
  );
  world.pass(hour);
  world.wall -= hour;
  world.send({ type: 'heartbeat' });
  world.pass(2 * hour);
  expect(localTimes(world)).toEqual(['2026-11-23T10:30', '2026-11-23T11:30']);
});

test('T20: after a flight floating prompts follow the new clock, fixed ones stay, and none comes twice that day', () => {
  const floating = prompt('float', clock(10 * 60, 14 * 60));
  const fixed = prompt('fixed', clock(20 * 60), { zone: 'America/New_York' });
  const world = taking(
    { prompts: [floating, fixed] },
    instant('2026-11-23T09:00', 'America/New_York'),
    'America/New_York',
  );
  world.pass(2 * hour);
  world.zone = 'Europe/Berlin';
  world.send({ type: 'heartbeat' });
  world.pass(13 * hour);
  expect(slotsOf(world)).toEqual([
    'slot:float:2026-11-23T10:00',
    'slot:fixed:2026-11-23T20:00[America/New_York]',
  ]);
  world.pass(12 * hour);
  expect(slotsOf(world).slice(2)).toEqual([
    'slot:float:2026-11-24T10:00',
    'slot:float:2026-11-24T14:00',
  ]);
});

test('T20: flying west, what came in the morning does not come again in the same morning', () => {
  const world = taking(
    { prompts: [prompt('float', clock(8 * 60, 16 * 60))] },
    instant('2026-11-23T07:30'),
  );
  world.pass(4 * hour);
  world.zone = 'America/New_York';
  world.send({ type: 'heartbeat' });
  world.pass(16 * hour);
  expect(slotsOf(world)).toEqual(['slot:float:2026-11-23T08:00', 'slot:float:2026-11-23T16:00']);
});

test('T21: across the date line no evening comes twice, and none is offered late from a day that was not lived', () => {
  const world = taking(
    { prompts: [prompt('evening', clock(18 * 60))] },
    instant('2026-11-23T12:00', 'Asia/Tokyo'),
    'Asia/Tokyo',
  );
  world.pass(10 * hour);
  world.zone = 'Pacific/Honolulu';
  world.send({ type: 'heartbeat' });
  world.pass(20 * hour);
  expect(slotsOf(world)).toEqual(['slot:evening:2026-11-23T18:00']);
  world.pass(22 * hour);
  expect(slotsOf(world).at(-1)).toBe('slot:evening:2026-11-24T18:00');
  world.zone = 'Asia/Tokyo';
  world.send({ type: 'heartbeat' });
  world.pass(hour);
  expect(world.offers).toHaveLength(2);
});

test('T15: a clock that jumps ahead brings a time by the clock late within its grace, or lets it go', () => {
  const near = new World(
    { prompts: [prompt('tea', clock(10 * 60 + 50))] },
    instant('2026-11-23T10:00'),
  );
  near.wall += hour;
  near.send({ type: 'heartbeat' });
  expect(near.visible.size).toBe(1);
  const far = new World(
    { prompts: [prompt('tea', clock(10 * 60 + 10))] },
    instant('2026-11-23T10:00'),
  );
  far.wall += hour;
  far.send({ type: 'heartbeat' });
  expect(far.visible.size).toBe(0);
  expect(far.endings).toMatchObject([{ verdict: 'passed over', detail: { cause: 'away' } }]);
});

test('T14: a clock that was years ahead does not silence the times of the true day', () => {
  const world = taking({ prompts: [prompt('tea', clock(11 * 60))] }, instant('2026-11-23T10:00'));
  world.wall += 5 * 365 * 24 * hour;
  world.send({ type: 'heartbeat' });
  world.wall -= 5 * 365 * 24 * hour;
  world.send({ type: 'heartbeat' });
  world.offers = [];
  world.pass(2 * hour);
  expect(slotsOf(world)).toEqual(['slot:tea:2026-11-23T11:00']);
});

test('T09: after three days of sleep one anchor within its grace is offered, and no more', () => {
  const tea = prompt('tea', clock(9 * 60, 12 * 60, 15 * 60));
  const world = new World({ prompts: [tea] }, instant('2026-11-23T15:20'));
  world.sleep(72 * hour);
  expect(world.visible).toEqual(new Set(['slot:tea:2026-11-26T15:00']));
  expect(world.endings).toEqual([]);
});

test('after waking: so many minutes after the person said so, or after the first sign of a new day', () => {
  const up = prompt('up', { type: 'anchor', anchor: 'woke', offsetMinutes: 40 });
  const said = new World({ prompts: [up] }, instant('2026-11-23T07:30'));
  said.send({ type: 'anchor', anchor: 'woke', at: instant('2026-11-23T07:00') });
  said.pass(9 * minute);
  expect(said.visible.size).toBe(0);
  said.pass(2 * minute);
  expect(said.visible).toEqual(new Set(['slot:up:2026-11-23']));

  const lidClosed = new World({ prompts: [up] }, instant('2026-11-23T18:00'));
  lidClosed.advance(hour);
  lidClosed.sleep(9.5 * hour);
  lidClosed.pass(41 * minute);
  expect(lidClosed.visible).toEqual(new Set(['slot:up:2026-11-24']));

  const slept = new World({ prompts: [up] }, instant('2026-11-23T23:00'));
  slept.lock();
  slept.pass(8 * hour);
  slept.input();
  slept.pass(41 * minute);
  expect(slept.visible).toEqual(new Set(['slot:up:2026-11-24']));
});

test('waking is said once a day however often it is told, and a night shift has its own', () => {
  const up = prompt('up', { type: 'anchor', anchor: 'woke', offsetMinutes: 10 });
  const world = taking({ prompts: [up] }, instant('2026-11-23T07:30'));
  for (const told of ['07:00', '07:10', '07:20'])
    world.send({ type: 'anchor', anchor: 'woke', at: instant(`2026-11-23T${told}`) });
  world.pass(2 * hour);
  expect(world.offers).toHaveLength(1);
});

test('after a meal comes after each meal; before sleep follows the usual time; work stops with the last hours', () => {
  const world = taking(
    {
      prompts: [
        prompt('meal', { type: 'anchor', anchor: 'ate', offsetMinutes: 15 }),
        prompt('wind', { type: 'anchor', anchor: 'sleep', offsetMinutes: 45 }),
        prompt('done', { type: 'anchor', anchor: 'stopped', offsetMinutes: 5 }),
      ],
      usualSleep: 23 * 60,
    },
    instant('2026-11-23T08:00'),
  );
  world.onOffer = 'show';
  world.decide({
    prompts: [...world.rules.prompts, prompt('main', { type: 'active', everyMinutes: 240 })],
  });
  world.send({ type: 'anchor', anchor: 'ate', at: world.wall });
  world.pass(5 * hour);
  world.send({ type: 'anchor', anchor: 'ate', at: world.wall });
  world.pass(11 * hour);
  const own = localTimes(world).filter((_, at) => !slotsOf(world)[at]?.startsWith('slot:main'));
  expect(own).toEqual([
    '2026-11-23T08:15',
    '2026-11-23T13:15',
    '2026-11-23T17:35',
    '2026-11-23T22:15',
  ]);
});

test('days off have no hours: nothing comes by activity, and a prompt that keeps any hour still does', () => {
  const world = taking({
    prompts: [prompt('main', { type: 'active', everyMinutes: 50 }), prompt('pill', clock(12 * 60))],
    daysOff: [{ from: '2026-11-23', until: '2026-11-24' }],
  });
  world.pass(48 * hour);
  expect(slotsOf(world)).toEqual(['slot:pill:2026-11-23T12:00', 'slot:pill:2026-11-24T12:00']);
  world.pass(2 * hour);
  expect(localTimes(world).at(-1)?.slice(0, 10)).toBe('2026-11-25');
});

test('a prompt keeps hours of its own, and one that is turned off keeps still', () => {
  const night = Array(7).fill([{ from: 20 * 60, until: 23 * 60 }]);
  const world = taking({
    prompts: [
      prompt('night', { type: 'active', everyMinutes: 60 }, { hours: night }),
      prompt('off', clock(12 * 60), { on: false }),
    ],
  });
  world.pass(14 * hour);
  expect(localTimes(world)).toEqual(['2026-11-23T21:00', '2026-11-23T22:01']);
});
