import { expect, test } from 'vitest';

import { systemRandom } from '#core/kernel/random.ts';
import { askToPair } from '#core/sync/pairing/ask-to-pair.ts';

import type { WorldOptions } from '../../../support/bridge-world.ts';
import { createChannelPair, type Fault } from '../../../support/channel-pair.ts';
import { createManualTimers } from '../../../support/manual-timers.ts';
import { setupPairing, until } from '../../../support/pairing-world.ts';

test('after two minutes the pairing is over on both sides', async () => {
  const { startPairing, desk, timers, seedReads } = await setupPairing();
  const pairing = startPairing();
  await until(() => desk.pending() !== null);
  timers.advance(119_999);
  expect(desk.pending()).not.toBeNull();
  timers.advance(1);
  expect(await pairing.seed).toEqual({ ok: false, error: { type: 'Expired' } });
  await until(() => desk.pending() === null);
  expect(seedReads()).toBe(0);
});

test('a worker whose timer slept still does not hand over the seed too late', async () => {
  let late = 0;
  const timers = createManualTimers();
  const { startPairing, desk, seedReads } = await setupPairing({
    desk: { now: () => timers.now() + late, schedule: () => () => undefined },
  });
  const pairing = startPairing();
  await until(() => desk.pending() !== null);
  late = 120_000;
  expect(await desk.confirm()).toEqual({ ok: false, error: { type: 'Expired' } });
  expect(await pairing.seed).toEqual({ ok: false, error: { type: 'Expired' } });
  expect(seedReads()).toBe(0);
});

test('a page that stops talking half-way frees the desk after two minutes', async () => {
  const isReveal = (message: unknown): boolean => String(message).includes('pair-reveal');
  const { startPairing, desk, timers, pairs } = await setupPairing({
    faultOf: (nth) => (message) => (nth === 0 && isReveal(message) ? [] : [message]),
  });
  const first = startPairing();
  await first.digits;
  expect(await startPairing().seed).toEqual({ ok: false, error: { type: 'Busy' } });
  expect(desk.pending()).toBeNull();
  timers.advance(120_000);
  expect(await first.seed).toEqual({ ok: false, error: { type: 'Expired' } });
  await pairs[0]?.closed;
  startPairing();
  await until(() => desk.pending() !== null);
});

test('one pairing at a time: a second page is told to wait, and the first goes on', async () => {
  const { startPairing, desk } = await setupPairing();
  const first = startPairing();
  await until(() => desk.pending() !== null);
  const shown = desk.pending();
  expect(await startPairing().seed).toEqual({ ok: false, error: { type: 'Busy' } });
  expect(desk.pending()).toEqual(shown);
  await desk.confirm();
  expect(await first.seed).toMatchObject({ ok: true });
});

test('the sixth request in ten minutes is refused without the person seeing it', async () => {
  const { startPairing, desk, timers } = await setupPairing();
  const decline = async (): Promise<void> => {
    const pairing = startPairing();
    await until(() => desk.pending() !== null);
    desk.decline();
    await pairing.seed;
    await until(() => timers.waiting().length === 0);
  };
  for (let n = 0; n < 5; n++) await decline();
  let bothered = 0;
  desk.onChange(() => bothered++);
  expect(await startPairing().seed).toEqual({ ok: false, error: { type: 'TooMany' } });
  expect(bothered).toBe(0);
  timers.advance(600_000);
  await decline();
  expect(bothered).toBe(2);
});

test('requests broken off before any digits count as well: nobody guesses for free', async () => {
  const { startPairing, timers, desk } = await setupPairing({
    faultOf: (_, pair) => (message) => {
      if (String(message).includes('pair-offer')) pair().kill();
      return [message];
    },
  });
  for (let n = 0; n < 5; n++) {
    expect(await startPairing().seed).toMatchObject({ ok: false });
    await until(() => timers.waiting().length === 0);
  }
  expect(await startPairing().seed).toEqual({ ok: false, error: { type: 'TooMany' } });
  expect(desk.pending()).toBeNull();
});

test('each attempt has digits of its own', async () => {
  const { startPairing, desk, timers } = await setupPairing();
  const seen = new Set<string>();
  for (let n = 0; n < 5; n++) {
    const pairing = startPairing();
    await until(() => desk.pending() !== null);
    seen.add(desk.pending()?.digits ?? '');
    pairing.cancel();
    await until(() => timers.waiting().length === 0);
  }
  expect(seen.size).toBe(5);
});

test('a page that cancels takes the digits off the extension', async () => {
  const { startPairing, desk, seedReads } = await setupPairing();
  const pairing = startPairing();
  await until(() => desk.pending() !== null);
  pairing.cancel();
  expect(await pairing.seed).toEqual({ ok: false, error: { type: 'Cancelled' } });
  await until(() => desk.pending() === null);
  expect(await desk.confirm()).toEqual({ ok: false, error: { type: 'Interrupted' } });
  expect(seedReads()).toBe(0);
});

test('without an extension pairing ends as unreachable, digits and seed alike', async () => {
  const { seed, digits } = askToPair(() => Promise.reject(new Error('nobody')), {
    random: systemRandom,
    schedule: createManualTimers().schedule,
  });
  const unreachable = { ok: false, error: { type: 'Unreachable' } };
  expect([await digits, await seed]).toEqual([unreachable, unreachable]);
});

test('an extension that says nothing at all does not keep the page waiting for ever', async () => {
  const timers = createManualTimers();
  const pair = createChannelPair();
  const pairing = askToPair(() => pair.page, {
    random: systemRandom,
    schedule: timers.schedule,
  });
  timers.advance(125_000);
  expect(await pairing.seed).toEqual({ ok: false, error: { type: 'Expired' } });
});

/** ask, agree, commit, offer, reveal, and after the confirmation seed, received. */
test.each([1, 2, 3, 4, 5, 6])(
  'a worker that dies at message %i interrupts the pairing, and another one succeeds',
  async (n) => {
    const dying: WorldOptions['faultOf'] = (conversation, pair): Fault | undefined => {
      let seen = 0;
      if (conversation > 0) return undefined;
      return (message) => {
        if (++seen !== n) return [message];
        pair().kill();
        return [];
      };
    };
    const { startPairing, desk, timers } = await setupPairing({ faultOf: dying });
    const first = startPairing();
    if (n === 6) {
      await until(() => desk.pending() !== null);
      expect(await desk.confirm()).toMatchObject({ ok: false, error: { type: 'Interrupted' } });
    }
    expect(await first.seed).toEqual({ ok: false, error: { type: 'Interrupted' } });
    await until(() => timers.waiting().length === 0);
    expect(desk.pending()).toBeNull();
    const second = startPairing();
    await until(() => desk.pending() !== null);
    expect(await desk.confirm()).toMatchObject({ ok: true });
    expect(await second.seed).toMatchObject({ ok: true });
  },
);

test('when the receipt is lost the extension does not call it paired', async () => {
  const { startPairing, desk } = await setupPairing({
    faultOf: (_, pair) => (message) => {
      if (!String(message).includes('pair-received')) return [message];
      pair().kill();
      return [];
    },
  });
  startPairing();
  await until(() => desk.pending() !== null);
  expect(await desk.confirm()).toEqual({ ok: false, error: { type: 'Interrupted' } });
});

test('a seed that cannot be read ends the pairing on both sides and is reported', async () => {
  const { startPairing, desk, reported } = await setupPairing({
    desk: { seed: () => Promise.reject(new Error('locked')) },
  });
  const pairing = startPairing();
  await until(() => desk.pending() !== null);
  expect(await desk.confirm()).toMatchObject({ ok: false });
  expect(await pairing.seed).toEqual({ ok: false, error: { type: 'Unavailable' } });
  await until(() => reported.length > 0);
  expect(reported).toEqual([new Error('locked')]);
});
