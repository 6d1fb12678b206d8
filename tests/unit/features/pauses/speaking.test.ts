/** Which device speaks: laws of the rule, and what it costs. */
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { type SignOf } from '#core/features/pauses/events.ts';
import { ledgerWords } from '#core/features/pauses/ledger-words.ts';
import { parseSign, presenceId, signFields } from '#core/features/pauses/presence-records.ts';
import { awaitsTouch, speaksHere } from '#core/features/pauses/speaking.ts';
import { whyNot } from '#core/features/pauses/why-not.ts';
import { Devices } from './support/devices.ts';
import { hour, instant, minute, second, World } from './support/world.ts';

const always = Array<{ from: number; until: number }[]>(7).fill([{ from: 0, until: 1440 }]);
const start = instant('2026-11-23T09:00:30');
const devicesOf = (...errors: number[]): Devices =>
  new Devices(...errors.map((error) => new World({ hours: always }, start + error)));

test('whatever order a person takes up their devices in, whatever their clocks show, the one used last speaks alone', () => {
  const uses = fc.array(fc.record({ which: fc.nat(2), after: fc.integer({ min: 6, max: 200 }) }), {
    minLength: 1,
    maxLength: 30,
  });
  const errors = fc.array(fc.integer({ min: -24 * 60, max: 24 * 60 }), {
    minLength: 3,
    maxLength: 3,
  });
  fc.assert(
    fc.property(uses, errors, (taken, off) => {
      const devices = devicesOf(...off.map((minutes) => minutes * minute));
      for (const { which, after } of taken) {
        devices.pass(after * second);
        const used = devices.all[which];
        if (!used) continue;
        devices.use(used);
        expect(devices.all.filter(({ speaks }) => speaks)).toEqual([used]);
        expect(devices.visible.length).toBeLessThanOrEqual(1);
      }
    }),
    { numRuns: 40 },
  );
});

test('of signs that cross on the way, every device that heard both takes the same one for the later', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.record({ device: fc.constantFrom('a', 'b', 'c'), turn: fc.nat(3) }), {
        selector: ({ device }) => device,
        minLength: 2,
      }),
      (all) => {
        const signs = all.map((sign): SignOf => ({ ...sign, at: start, here: true }));
        const speaking = all.filter(({ device, turn }) => {
          const world = new World({ hours: always }, start);
          // Its own count is what it came to by itself.
          world.send({ type: 'elsewhere', facts: [], devices: { own: device, signs: [] } });
          const { devices } = world.state;
          if (devices) world.state = { ...world.state, devices: { ...devices, turn, told: start } };
          world.send({ type: 'elsewhere', facts: [], devices: { own: device, signs } });
          return speaksHere(world.state, world.at);
        });
        expect(speaking).toHaveLength(1);
      },
    ),
  );
});

test('a device that is cut off with a pause due speaks within a minute, and hears afterwards what became of it', () => {
  const devices = devicesOf(0, 0);
  const [desk, phone] = devices.all;
  if (!desk || !phone) throw new Error('There are two.');
  devices.pass(49 * minute);
  devices.use(desk);
  devices.use(phone);
  desk.online = false;
  devices.pass(2 * minute);
  expect(desk.world.visible.size).toBe(1);
  phone.world.take();
  devices.reunite(desk);
  expect(devices.visible).toEqual([]);
  expect(desk.world.endings).toMatchObject([{ verdict: 'elsewhere' }]);
});

test('a device in use answers whoever asks, so that its turn lasts; one that is left or locked gives it up at once', () => {
  const devices = devicesOf(0, 0);
  const [desk, phone] = devices.all;
  if (!desk || !phone) throw new Error('There are two.');
  devices.pass(49 * minute);
  devices.use(phone);
  devices.pass(minute);
  // The phone’s own pause stands on the phone, and the desk keeps quiet beside it.
  devices.pass(2 * minute);
  expect([desk.world.visible.size, phone.world.visible.size]).toEqual([0, 1]);
  phone.world.lock();
  devices.exchange();
  expect(desk.speaks).toBe(true);
  devices.pass(second);
  devices.pass(30 * second);
  expect(desk.world.visible.size).toBe(1);
});

test('what was said weeks ago keeps nobody quiet for longer than it takes to ask', () => {
  const desk = new World({ hours: always }, start);
  const old: SignOf = { device: 'phone', turn: 9_000, at: start - 21 * 24 * hour, here: true };
  desk.send({ type: 'elsewhere', facts: [], devices: { own: 'desk', signs: [old] } });
  desk.pass(50 * minute + 30 * second);
  expect(desk.visible.size).toBe(0);
  desk.pass(30 * second);
  expect(desk.visible.size).toBe(1);
  // Hearing it once more is no news.
  desk.send({ type: 'elsewhere', facts: [], devices: { own: 'desk', signs: [old] } });
  expect(speaksHere(desk.state, desk.at)).toBe(true);
  desk.input();
  expect(desk.signs.at(-1)).toMatchObject({ turn: 9_001, here: true });
});

test('a clock set back by a day makes nobody’s turn last longer', () => {
  const desk = new World({ hours: always }, start);
  const sign: SignOf = { device: 'phone', turn: 9, at: start, here: true };
  desk.send({ type: 'elsewhere', facts: [], devices: { own: 'desk', signs: [sign] } });
  desk.pass(50 * minute + 20 * second);
  desk.wall -= 24 * hour;
  desk.send({ type: 'heartbeat' });
  desk.pass(minute);
  expect(desk.visible.size).toBe(1);
});

test('a person with one device writes one sign in all; two write what a pause asks and has answered, and one left alone none', () => {
  const one = new World({ hours: always }, start);
  one.send({ type: 'elsewhere', facts: [], devices: { own: 'a', signs: [] } });
  one.onOffer = 'take';
  for (let minutes = 0; minutes < 8 * 60; minutes++) {
    one.input();
    one.pass(minute);
  }
  expect(one.signs).toHaveLength(1);

  const devices = devicesOf(0, 0);
  const [desk] = devices.all;
  if (!desk) throw new Error('There are two.');
  for (const { world } of devices.all) world.onOffer = 'take';
  const before = devices.signs;
  for (let minutes = 0; minutes < 8 * 60; minutes++) {
    devices.use(desk);
    devices.pass(minute);
  }
  expect((devices.signs - before) / 8).toBeLessThanOrEqual(3);
  const quiet = devices.signs;
  for (const { world } of devices.all) world.lock();
  devices.exchange();
  devices.pass(3 * hour);
  expect(devices.signs - quiet).toBeLessThanOrEqual(2);
});

test('in touch with the extension the app takes its own sign back, and apart it gives one again', () => {
  const page = new World({ hours: always }, start);
  const phone: SignOf = { device: 'phone', turn: 1, at: start, here: false };
  page.send({ type: 'elsewhere', facts: [], devices: { own: 'page', signs: [phone] } });
  expect(page.signs).toMatchObject([{ here: true }]);
  page.send({ type: 'speaker', who: 'other' });
  expect(page.signs.at(-1)).toBeNull();
  page.input();
  expect(page.signs).toHaveLength(2);
  page.send({ type: 'speaker', who: 'here' });
  page.input();
  expect(page.signs.at(-1)).toMatchObject({ here: true });
});

test('the ledger says that the person was at another device, and “why no pause” knows it', () => {
  const devices = devicesOf(0, 0);
  const [desk, phone] = devices.all;
  if (!desk || !phone) throw new Error('There are two.');
  devices.pass(49 * minute);
  devices.use(phone);
  devices.pass(2 * minute);
  const why = whyNot(desk.world.ledger, desk.world.wall, desk.world.rules.prompts);
  if (why.type !== 'decided') throw new Error(`It was decided, not ${why.type}.`);
  expect(ledgerWords(why.row)).toBe('A pause was due, and waited: you were at another device.');
});

test('a sign comes out of its record as it went in, and what no Comma wrote is no sign', () => {
  const sign = { turn: 3, at: start, here: true, asks: start };
  expect(parseSign(presenceId('a'), signFields(sign))).toEqual({ device: 'a', ...sign });
  expect(parseSign(presenceId('a'), signFields(null))).toBeUndefined();
  for (const odd of [{}, { sign: 'x' }, { sign: { ...sign, turn: Infinity } }, { sign: [1] }])
    expect(parseSign(presenceId('a'), odd as never)).toBeUndefined();
});

test('a touch is news where another device is the one in use, or none is; to the one in use and to an only one it is not', () => {
  const [desk, phone] = devicesOf(0, 0).all;
  if (!desk || !phone) throw new Error('There are two.');
  const awaits = ({ world }: typeof desk): boolean => awaitsTouch(world.state, world.wall);
  expect(awaits(desk)).toBe(true);
  const devices = devicesOf(0, 0);
  const [used, other] = devices.all;
  if (!used || !other) throw new Error('There are two.');
  devices.use(used);
  expect([awaits(used), awaits(other)]).toEqual([false, true]);
  const only = new World({ hours: always }, start);
  only.send({ type: 'elsewhere', facts: [], devices: { own: 'a', signs: [] } });
  expect(awaitsTouch(only.state, only.wall)).toBe(false);
});

test('where every device may offer, a pause comes on each of them, and one that is taken is taken on all', () => {
  const devices = new Devices(
    ...[0, 1].map(() => new World({ hours: always, everyDevice: true }, start)),
  );
  const [desk, phone] = devices.all;
  if (!desk || !phone) throw new Error('There are two.');
  devices.use(phone);
  devices.pass(51 * minute);
  expect(devices.visible).toHaveLength(2);
  phone.world.take();
  devices.pass(second);
  expect(devices.visible).toEqual([]);
  expect(desk.world.endings).toMatchObject([{ verdict: 'elsewhere' }]);
});

test('what a device asked while it was cut off is answered when it is back, and its pause goes from its screen', () => {
  const devices = devicesOf(0, 0);
  const [desk, phone] = devices.all;
  if (!desk || !phone) throw new Error('There are two.');
  devices.pass(45 * minute + 20 * second);
  devices.use(desk);
  devices.pass(200 * second);
  devices.use(phone);
  desk.online = false;
  // It asks after fifty minutes, and gives its own turn up soon after.
  devices.pass(140 * second);
  expect(desk.world.visible.size).toBe(1);
  devices.reunite(desk);
  devices.pass(second);
  expect([desk.world.visible.size, phone.world.visible.size]).toEqual([0, 1]);
});
