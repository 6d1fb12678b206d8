import fc from 'fast-check';
import { expect, test } from 'vitest';

import { utf8 } from '#core/kernel/bytes.ts';
import { systemRandom } from '#core/kernel/random.ts';
import { openSession } from '#core/sync/bridge/handshake.ts';
import { createLine } from '#core/sync/bridge/line.ts';
import { serialiseRequest } from '#core/sync/bridge/requests.ts';
import type { SealedLine } from '#core/sync/bridge/sealed-line.ts';
import { deriveSession } from '#core/sync/bridge/session.ts';
import {
  bridgeVersion,
  longestMessage,
  parseMessage,
  serialiseMessage,
} from '#core/sync/bridge/wire.ts';

import type { ChannelPair, Fault } from '../../../support/channel-pair.ts';
import {
  anotherSeed,
  bridgeKeys,
  row,
  theSeed,
  setupBridge,
  type BridgeWorld,
} from '../../../support/bridge-world.ts';

const push = serialiseRequest({ kind: 'push', id: 1, items: [row(1)] });

interface OpenWorld extends BridgeWorld {
  readonly sealed: SealedLine;
  readonly pair: ChannelPair;
}

/** A session that stands, spoken by hand. */
async function setupSession(fault?: Fault): Promise<OpenWorld> {
  const world = await setupBridge({ faultOf: () => fault });
  const line = createLine(await world.connect());
  const session = await openSession(line, await bridgeKeys(), systemRandom);
  const [pair] = world.pairs;
  if (!session.ok || !pair) throw new Error('no session');
  return { ...world, sealed: session.value, pair };
}

const changedCt = (message: unknown): string => {
  const parsed = parseMessage(message);
  if (parsed?.t !== 'sealed') throw new Error('not sealed');
  const ct = parsed.ct.slice();
  ct[ct.length >> 1] = (ct[ct.length >> 1] ?? 0) ^ 1;
  return serialiseMessage({ ...parsed, ct });
};

const isPush = (message: unknown, from: string): boolean =>
  from === 'page' && parseMessage(message)?.t === 'sealed' && String(message).length > 100;

test.each<[name: string, fault: Fault]>([
  [
    'one flipped bit',
    (message, from) => (isPush(message, from) ? [changedCt(message)] : [message]),
  ],
  [
    'a cut text',
    (message, from) => (isPush(message, from) ? [String(message).slice(0, -20)] : [message]),
  ],
  [
    'a later number',
    (message, from) =>
      isPush(message, from) ? [String(message).replace('"n":1', '"n":2')] : [message],
  ],
  [
    'bytes more',
    (message, from) =>
      isPush(message, from) ? [String(message).replace('"}', 'AAAA"}')] : [message],
  ],
])('a request with %s reaches no host and ends the session', async (_, fault) => {
  const { sealed, pair, host, reported } = await setupSession(fault);
  await sealed.post(push);
  await pair.closed;
  expect(host.calls).toEqual([]);
  expect(reported).toEqual([]);
});

test('a replayed request is not done again, and ends the session', async () => {
  const { sealed, pair, host } = await setupSession((message, from) =>
    isPush(message, from) ? [message, message] : [message],
  );
  await sealed.post(push);
  await pair.closed;
  expect(host.calls).toEqual(['push']);
});

test('two requests in the wrong order: neither is done', async () => {
  const held: unknown[] = [];
  const { sealed, pair, host } = await setupSession((message, from) => {
    if (!isPush(message, from)) return [message];
    held.unshift(message);
    return held.length === 2 ? held : [];
  });
  await sealed.post(push);
  await sealed.post(serialiseRequest({ kind: 'push', id: 2, items: [row(2)] }));
  await pair.closed;
  expect(host.calls).toEqual([]);
});

test('a request after one that was left out is not done', async () => {
  let dropped = false;
  const { sealed, pair, host } = await setupSession((message, from) => {
    if (!isPush(message, from) || dropped) return [message];
    dropped = true;
    return [];
  });
  await sealed.post(push);
  await sealed.post(serialiseRequest({ kind: 'push', id: 2, items: [row(2)] }));
  await pair.closed;
  expect(host.calls).toEqual([]);
});

test("the host's own words sent back to it end the session", async () => {
  const { sealed, pair, host } = await setupSession();
  await sealed.post(serialiseRequest({ kind: 'pull', id: 1, seq: 0, wit: null }));
  await sealed.next();
  const answer = pair.sent.findLast(({ from }) => from === 'host');
  pair.inject('host', String(answer?.message));
  await pair.closed;
  expect(host.calls).toEqual(['pull']);
});

test('a request of one session opens in no other, even at the same place', async () => {
  const first = await setupSession();
  await first.sealed.post(push);
  await first.sealed.next();
  const recorded = first.pair.sent.filter(({ from }) => from === 'page').at(-1);
  const second = await setupSession();
  second.pair.inject('host', recorded?.message);
  await second.pair.closed;
  expect(second.host.calls).toEqual([]);
});

test('a whole recorded conversation, played again, gets nothing done', async () => {
  const first = await setupSession();
  await first.sealed.post(push);
  await first.sealed.next();
  const world = await setupBridge();
  const page = await world.connect();
  for (const { from, message } of first.pair.sent) if (from === 'page') page.send(message);
  await world.pairs[0]?.closed;
  expect(world.host.calls).toEqual([]);
});

test('a message over the limit is not read, whatever is in it', async () => {
  const { pair, host } = await setupSession();
  pair.inject('host', serialiseMessage({ t: 'refuse', reason: 'busy' }).padEnd(longestMessage + 1));
  await pair.closed;
  expect(host.calls).toEqual([]);
});

test('a flood of messages ends the line instead of filling the memory', async () => {
  const { pair, host, sealed } = await setupSession();
  host.push = () => new Promise(() => undefined);
  await sealed.post(push);
  for (let n = 0; n < 40; n++)
    pair.inject('host', serialiseMessage({ t: 'pair-ask', v: bridgeVersion, groups: [] }));
  await pair.closed;
  expect(host.calls).toEqual([]);
});

test('sealed nonsense from a holder of the seed reaches no host', async () => {
  await fc.assert(
    fc.asyncProperty(nonsense, async (plain) => {
      const { sealed, pair, host, reported } = await setupSession();
      await sealed.post(plain);
      await pair.closed;
      expect(host.calls).toEqual([]);
      expect(reported).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

const nonsense = fc.oneof(
  fc.uint8Array({ maxLength: 60 }).map((bytes) => new Uint8Array(bytes)),
  fc.json().map((text) => new Uint8Array([0, 0, 0, utf8(text).length, ...utf8(text)])),
  fc
    .record({
      kind: fc.constantFrom('push', 'pull', 'pulled', 'changed', ''),
      id: fc.oneof(fc.integer(), fc.string(), fc.constant(null)),
      seq: fc.oneof(fc.integer({ max: -1 }), fc.double({ noInteger: true }), fc.string()),
      items: fc.array(fc.array(fc.oneof(fc.string(), fc.integer()), { maxLength: 4 }), {
        minLength: 1,
      }),
    })
    .map((head) => {
      const text = utf8(JSON.stringify(head));
      return new Uint8Array([0, 0, text.length >> 8, text.length & 255, ...text]);
    }),
);

/** How far a proper page has come before the nonsense arrives. */
const stages = ['nothing said', 'hello said', 'session open'] as const;

test('nonsense in the clear, at any stage, ends the line and reaches nobody', async () => {
  const garbage = fc.oneof(
    fc.jsonValue(),
    fc.json(),
    fc.string(),
    fc
      .record({ t: fc.constantFrom('hello', 'sealed', 'welcome', 'pair-seed'), n: fc.nat() })
      .map((v) => JSON.stringify(v)),
  );
  await fc.assert(
    fc.asyncProperty(garbage, fc.constantFrom(...stages), async (message, stage) => {
      const world = stage === 'session open' ? await setupSession() : await setupBridge();
      if (stage !== 'session open') {
        const page = await world.connect();
        if (stage === 'hello said')
          page.send(serialiseMessage({ t: 'hello', v: bridgeVersion, nonce: systemRandom(16) }));
      }
      const [pair] = world.pairs;
      pair?.inject('host', message);
      await pair?.closed;
      expect(pair?.isClosed()).toBe(true);
      expect(world.host.calls).toEqual([]);
      expect(world.reported).toEqual([]);
      expect(world.desk.pending()).toBeNull();
    }),
    { numRuns: 150 },
  );
});

test('a forged answer does not reach the page: the request is asked again on a new line', async () => {
  let forged = 0;
  const world = await setupBridge({
    faultOf: (conversation) => (message, from) => {
      const isAnswer = from === 'host' && String(message).length > 100;
      if (conversation > 0 || !isAnswer) return [message];
      forged++;
      return [changedCt(message)];
    },
  });
  const answer = await world.createPeer().push([row(1)]);
  expect(forged).toBe(1);
  expect(answer.ok).toEqual([{ id: 'row-1', rev: 'rev-row-1' }]);
  expect(world.pairs).toHaveLength(2);
});

test('a page that cannot prove the seed is told, and one that starts with a request is not heard', async () => {
  for (const secret of [theSeed, anotherSeed]) {
    const world = await setupBridge();
    const line = createLine(await world.connect());
    const nonce = systemRandom(16);
    line.send({ t: 'hello', v: bridgeVersion, nonce });
    const welcome = await line.next();
    if (welcome?.t !== 'welcome') throw new Error('no welcome');
    const nonces = { page: nonce, host: welcome.nonce };
    const session = await deriveSession(await bridgeKeys(secret), 'page', nonces);
    line.send(await session.seal(push));
    expect((await line.next())?.t).toBe('sealed');
    expect(await line.next()).toEqual({ t: 'refuse', reason: 'different-journal' });
    expect(await line.next()).toBeNull();
    expect(world.host.calls).toEqual([]);
  }
});
