/** Which device speaks where nobody touches any, one is left, or one did not answer. */
import { expect, test } from 'vitest';

import { Devices } from './support/devices.ts';
import { hour, instant, minute, prompt, second, World } from './support/world.ts';

const always = Array<{ from: number; until: number }[]>(7).fill([{ from: 0, until: 1440 }]);
const start = instant('2026-11-23T09:00:30');
const devicesOf = (...errors: number[]): Devices =>
  new Devices(...errors.map((error) => new World({ hours: always }, start + error)));
/** Two, with a pause on the hour. */
function withTea(): Devices {
  const tea = prompt('tea', { type: 'clock', times: [600, 660, 720], days: [1] });
  return new Devices(...[0, 1].map(() => new World({ hours: always, prompts: [tea] }, start)));
}

test('of two that nobody touches for hours, with no sign that they were left, the one used last speaks alone', () => {
  const devices = withTea();
  const [desk, phone] = devices.all;
  if (!desk || !phone) throw new Error('There are two.');
  devices.use(phone);
  devices.pass(minute);
  devices.use(desk);
  devices.pass(4 * hour);
  expect([desk.world.offers.length, phone.world.offers.length]).toEqual([3, 0]);
});

test('a pause that stands on a device which is left goes from it, and comes where somebody may be', () => {
  const devices = devicesOf(0, 0);
  const [desk, phone] = devices.all;
  if (!desk || !phone) throw new Error('There are two.');
  devices.use(desk);
  devices.pass(51 * minute);
  expect([desk.world.visible.size, phone.world.visible.size]).toEqual([1, 0]);
  desk.world.lock();
  devices.exchange();
  devices.pass(second);
  expect([desk.world.visible.size, phone.world.visible.size]).toEqual([0, 1]);
});

test('a device that was cut off and did not answer is asked again when it is back, and of two pauses one goes', () => {
  const devices = devicesOf(0, 0);
  const [desk, phone] = devices.all;
  if (!desk || !phone) throw new Error('There are two.');
  devices.use(phone);
  phone.online = false;
  devices.pass(52 * minute);
  expect([desk.world.visible.size, phone.world.visible.size]).toEqual([1, 1]);
  devices.reunite(phone);
  devices.pass(second);
  expect([desk.world.visible.size, phone.world.visible.size]).toEqual([0, 1]);
});

test('of two pauses on devices that were both left before they heard of each other, the one on the device used last stays', () => {
  const devices = withTea();
  devices.latency = 2 * second;
  const [desk, phone] = devices.all;
  if (!desk || !phone) throw new Error('There are two.');
  devices.use(desk);
  devices.pass(minute);
  phone.online = false;
  devices.pass(hour);
  devices.use(phone);
  devices.reunite(phone);
  phone.world.send({ type: 'notNow', slot: phone.world.shownSlot });
  devices.pass(minute);
  desk.online = false;
  devices.pass(hour);
  // Each has given the other up by now.
  expect([desk.world.visible.size, phone.world.visible.size]).toEqual([1, 1]);
  devices.reunite(desk);
  for (const { world } of devices.all) world.lock();
  devices.exchange();
  devices.pass(4 * second);
  expect([desk.world.visible.size, phone.world.visible.size]).toEqual([0, 1]);
  // Whoever comes back finds it where they are.
  devices.use(desk);
  devices.pass(4 * second);
  expect([desk.world.visible.size, phone.world.visible.size]).toEqual([1, 0]);
});

test('one that was given up for gone speaks again beside another for no longer than a question takes', () => {
  const devices = devicesOf(0, 0);
  const [desk, phone] = devices.all;
  if (!desk || !phone) throw new Error('There are two.');
  for (const { world } of devices.all) world.onOffer = 'lose';
  devices.use(phone);
  phone.online = false;
  devices.pass(80 * minute);
  // What was asked is over by now: the phone has nothing to answer.
  desk.world.send({ type: 'notNow' });
  phone.world.send({ type: 'notNow' });
  devices.reunite(phone);
  for (const { world } of devices.all) world.onOffer = 'show';
  devices.pass(51 * minute);
  expect([desk.world.visible.size, phone.world.visible.size]).toEqual([0, 1]);
});
