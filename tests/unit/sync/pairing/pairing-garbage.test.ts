import fc from 'fast-check';
import { expect, test } from 'vitest';

import { systemRandom } from '#core/kernel/random.ts';
import { askToPair } from '#core/sync/pairing/ask-to-pair.ts';
import {
  bridgeVersion,
  parseMessage,
  serialiseMessage,
  type Message,
} from '#core/sync/bridge/wire.ts';

import type { Fault } from '../../../support/channel-pair.ts';
import { setupPairing, until } from '../../../support/pairing-world.ts';

const bytes = (length: number) => systemRandom(length);

/** Everything that can be said, well formed. */
const wellFormed: readonly Message[] = [
  { t: 'hello', v: bridgeVersion, nonce: bytes(16) },
  { t: 'welcome', nonce: bytes(16) },
  { t: 'sealed', n: 0, ct: bytes(40) },
  { t: 'pair-ask', v: bridgeVersion, groups: ['X25519'] },
  { t: 'pair-agree', group: 'P-256' },
  { t: 'pair-commit', commit: bytes(32) },
  { t: 'pair-offer', publicKey: bytes(32), nonce: bytes(16) },
  { t: 'pair-reveal', publicKey: bytes(65), nonce: bytes(16) },
  { t: 'pair-seed', iv: bytes(12), ct: bytes(32) },
  { t: 'pair-received', proof: bytes(32) },
];

const nonsense: fc.Arbitrary<unknown> = fc.oneof(
  fc.jsonValue(),
  fc.string(),
  fc.constantFrom(...wellFormed).map(serialiseMessage),
);

/** Puts something else in the place of one message. */
const replacing =
  (t: Message['t'], other: unknown): Fault =>
  (sent) =>
    parseMessage(sent)?.t === t ? [other] : [sent];

test('nonsense in the place of any word of the page shows the person nothing', async () => {
  const words = fc.constantFrom('pair-commit' as const, 'pair-reveal' as const);
  await fc.assert(
    fc.asyncProperty(words, nonsense, async (word, other) => {
      const world = await setupPairing({ faultOf: () => replacing(word, other) });
      let bothered = 0;
      world.desk.onChange(() => bothered++);
      const { seed } = world.startPairing();
      // The right word with wrong content is one of the cases.
      expect(await seed).toMatchObject({ ok: false });
      expect(bothered).toBe(0);
      expect(world.seedReads()).toBe(0);
      expect(world.reported).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('nonsense after the digits are shown takes them away, and the seed stays', async () => {
  await fc.assert(
    fc.asyncProperty(nonsense, async (other) => {
      const world = await setupPairing();
      const { seed } = world.startPairing();
      await until(() => world.desk.pending() !== null);
      world.pairs[0]?.inject('host', other);
      expect(await seed).toMatchObject({ ok: false });
      await until(() => world.desk.pending() === null);
      expect(world.seedReads()).toBe(0);
      expect(world.reported).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test('nonsense in the place of any word of the extension gives the page no seed', async () => {
  const words = fc.constantFrom('pair-agree' as const, 'pair-offer' as const, 'pair-seed' as const);
  await fc.assert(
    fc.asyncProperty(words, nonsense, async (word, other) => {
      const world = await setupPairing({ faultOf: () => replacing(word, other) });
      world.desk.onChange(() => {
        if (world.desk.pending()) void world.desk.confirm();
      });
      const { seed } = askToPair(world.connect, {
        random: systemRandom,
        schedule: world.timers.schedule,
      });
      expect(await seed).toMatchObject({ ok: false });
      expect(world.reported).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test('a page that takes the seed and never says so is not called paired', async () => {
  const world = await setupPairing({
    faultOf: () => (sent) => (parseMessage(sent)?.t === 'pair-received' ? [] : [sent]),
  });
  // The page closes its line when it is done; this one only falls silent.
  const silent = async () => ({ ...(await world.connect()), close: () => undefined });
  askToPair(silent, { random: systemRandom, schedule: () => () => undefined });
  await until(() => world.desk.pending() !== null);
  const confirmed = world.desk.confirm();
  world.timers.advance(120_000);
  expect(await confirmed).toEqual({ ok: false, error: { type: 'Expired' } });
  await until(() => world.pairs[0]?.isClosed() === true);
});
