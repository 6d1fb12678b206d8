import { expect, test } from 'vitest';

import { utf8 } from '#core/kernel/bytes.ts';
import { systemRandom } from '#core/kernel/random.ts';
import { createLine } from '#core/sync/bridge/line.ts';
import { createSealedLine } from '#core/sync/bridge/sealed-line.ts';
import { deriveSession, type Session } from '#core/sync/bridge/session.ts';

import { bridgeKeys } from '../../../support/bridge-world.ts';
import { createChannelPair, type ChannelPair } from '../../../support/channel-pair.ts';

const plain = utf8('the same words, said twice');

async function setupSessions(): Promise<{ page: Session; host: Session; pair: ChannelPair }> {
  const keys = await bridgeKeys();
  const nonces = { page: systemRandom(16), host: systemRandom(16) };
  return {
    page: await deriveSession(keys, 'page', nonces),
    host: await deriveSession(keys, 'host', nonces),
    pair: createChannelPair(),
  };
}

test('what one side seals the other opens, in both directions', async () => {
  const { page, host } = await setupSessions();
  expect(await host.open(await page.seal(plain))).toEqual(plain);
  expect(await page.open(await host.seal(plain))).toEqual(plain);
});

test('the same words never look the same, be it later or from the other side', async () => {
  const { page, host } = await setupSessions();
  const sealed = [await page.seal(plain), await page.seal(plain), await host.seal(plain)];
  const starts = sealed.map(({ ct }) => ct.subarray(0, plain.length).join());
  expect(new Set(starts).size).toBe(3);
});

test('a message does not open under another number', async () => {
  const { page, host } = await setupSessions();
  await page.seal(plain);
  const second = await page.seal(plain);
  expect(await host.open({ ...second, n: 0 })).toBeNull();
});

test('one side does not open its own words', async () => {
  const { page } = await setupSessions();
  expect(await page.open(await page.seal(plain))).toBeNull();
});

test('messages arrive in the order in which they were posted, however long they are', async () => {
  const { page, host, pair } = await setupSessions();
  const from = createSealedLine(createLine(pair.page), page);
  const to = createSealedLine(createLine(pair.host), host);
  const lengths = [900_000, 1, 400_000, 2];
  await Promise.all(lengths.map((length) => from.post(new Uint8Array(length))));
  for (const length of lengths) expect((await to.next())?.length).toBe(length);
});

test('a sealed line closes on the first message that is not the next of the other side', async () => {
  const { page, host, pair } = await setupSessions();
  const to = createSealedLine(createLine(pair.host), host);
  const line = createLine(pair.page);
  await page.seal(plain);
  line.send(await page.seal(plain));
  expect(await to.next()).toBeNull();
  expect(pair.isClosed()).toBe(true);
});
