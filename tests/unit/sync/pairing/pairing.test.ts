import { expect, test } from 'vitest';

import type { Group } from '#core/sync/bridge/wire.ts';

import { theSeed } from '../../../support/bridge-world.ts';
import { setupPairing, until } from '../../../support/pairing-world.ts';

test('both sides show the same six digits, and a confirmed pairing hands over the seed', async () => {
  const { startPairing, desk, timers } = await setupPairing();
  const at = timers.now();
  const pairing = startPairing();
  const digits = await pairing.digits;
  if (!digits.ok) throw new Error('no digits');
  expect(digits.value).toMatch(/^\d{6}$/);
  await until(() => desk.pending() !== null);
  expect(desk.pending()).toEqual({ digits: digits.value, at });
  expect(await desk.confirm()).toEqual({ ok: true, value: null });
  expect(await pairing.seed).toEqual({ ok: true, value: theSeed });
  await until(() => timers.waiting().length === 0);
  expect(desk.pending()).toBeNull();
});

test.each<[page: Group[], extension: Group[], used: Group]>([
  [['X25519', 'P-256'], ['P-256'], 'P-256'],
  [['P-256'], ['X25519', 'P-256'], 'P-256'],
  [['P-256', 'X25519'], ['P-256', 'X25519'], 'X25519'],
])(
  'a page that can do %j and an extension that can do %j meet on %s',
  async (page, groups, used) => {
    const { startPairing, desk, pairs } = await setupPairing({ desk: { groups } });
    const pairing = startPairing(page);
    await until(() => desk.pending() !== null);
    await desk.confirm();
    expect(await pairing.seed).toEqual({ ok: true, value: theSeed });
    expect(pairs[0]?.sent[1]?.message).toContain(`"group":"${used}"`);
  },
);

test('sides with no key agreement in common say so', async () => {
  const { startPairing, desk } = await setupPairing({ desk: { groups: ['P-256'] } });
  expect(await startPairing(['X25519']).seed).toEqual({
    ok: false,
    error: { type: 'Unsupported' },
  });
  expect(desk.pending()).toBeNull();
});

test('the seed is not read before the person confirms, and never crosses in the clear', async () => {
  const { startPairing, desk, seedReads, pairs } = await setupPairing();
  const pairing = startPairing();
  await until(() => desk.pending() !== null);
  expect(seedReads()).toBe(0);
  await desk.confirm();
  await pairing.seed;
  expect(seedReads()).toBe(1);
  const letters = btoa(String.fromCharCode(...theSeed)).slice(0, 20);
  expect(JSON.stringify(pairs[0]?.sent)).not.toContain(letters);
});

test('confirming twice is one hand-over', async () => {
  const { startPairing, desk, seedReads } = await setupPairing();
  startPairing();
  await until(() => desk.pending() !== null);
  const both = await Promise.all([desk.confirm(), desk.confirm()]);
  expect(both.map(({ ok }) => ok)).toEqual([true, true]);
  expect(seedReads()).toBe(1);
});

test('a declined pairing leaves both sides as they were', async () => {
  const { startPairing, desk, seedReads, timers } = await setupPairing();
  const pairing = startPairing();
  await until(() => desk.pending() !== null);
  desk.decline();
  expect(await pairing.seed).toEqual({ ok: false, error: { type: 'Declined' } });
  await until(() => timers.waiting().length === 0);
  expect(desk.pending()).toBeNull();
  expect(seedReads()).toBe(0);
  expect(await desk.confirm()).toEqual({ ok: false, error: { type: 'Interrupted' } });
});
