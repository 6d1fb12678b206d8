import { expect, test } from 'vitest';

import { concat, toBase64Url, utf8, type Bytes } from '#core/kernel/bytes.ts';
import { systemRandom } from '#core/kernel/random.ts';
import type { Channel } from '#core/sync/bridge/channel.ts';
import { createLine, type Line } from '#core/sync/bridge/line.ts';
import { agree, commitTo, createKeyPair, supportedGroups } from '#core/sync/pairing/crypto.ts';
import { askToPair } from '#core/sync/pairing/ask-to-pair.ts';
import {
  bridgeVersion,
  parseMessage,
  serialiseMessage,
  type Message,
} from '#core/sync/bridge/wire.ts';

import { createChannelPair, type Fault } from '../../../support/channel-pair.ts';
import { setupBridge, theSeed } from '../../../support/bridge-world.ts';
import { until } from '../../../support/pairing-world.ts';

async function hear(line: Line, t: Message['t']): Promise<void> {
  const message = await line.next();
  if (message?.t !== t) throw new Error(`expected ${t}, got ${message?.t ?? 'the end'}`);
}

const shown = async () => {
  const pair = await createKeyPair('X25519');
  return { pair, publicKey: pair.publicKey, nonce: systemRandom(16) };
};

/** Sits between the two, with keys of its own on either side, and runs both protocols properly. */
async function relayAsMiddleman(fromPage: Channel, toExtension: Channel): Promise<void> {
  const page = createLine(fromPage);
  const extension = createLine(toExtension);
  await hear(page, 'pair-ask');
  const ours = { page: await shown(), extension: await shown() };
  extension.send({ t: 'pair-ask', v: bridgeVersion, groups: ['X25519'] });
  await hear(extension, 'pair-agree');
  page.send({ t: 'pair-agree', group: 'X25519' });
  await hear(page, 'pair-commit');
  const { publicKey, nonce } = ours.extension;
  extension.send({ t: 'pair-commit', commit: await commitTo('X25519', ours.extension) });
  await hear(extension, 'pair-offer');
  page.send({ t: 'pair-offer', publicKey: ours.page.publicKey, nonce: ours.page.nonce });
  await hear(page, 'pair-reveal');
  extension.send({ t: 'pair-reveal', publicKey, nonce });
}

test('a middleman with keys of its own makes the two sides show different digits', async () => {
  let equal = 0;
  for (let n = 0; n < 100; n++) {
    const world = await setupBridge();
    const towardsPage = createChannelPair();
    const toExtension = await world.connect();
    const pairing = askToPair(() => towardsPage.page, {
      random: systemRandom,
      schedule: world.timers.schedule,
    });
    await relayAsMiddleman(towardsPage.host, toExtension);
    const digits = await pairing.digits;
    await until(() => world.desk.pending() !== null);
    if (!digits.ok) throw new Error('no digits');
    if (world.desk.pending()?.digits === digits.value) equal++;
    pairing.cancel();
  }
  // One in a million may meet by chance: two in a hundred may not.
  expect(equal).toBeLessThan(2);
});

test('an offer of fewer key agreements than the page made shows in the digits', async () => {
  const world = await setupBridge({
    faultOf: () => (sent) => [String(sent).replace('"X25519","P-256"', '"P-256"')],
  });
  const pairing = askToPair(world.connect, {
    random: systemRandom,
    schedule: world.timers.schedule,
  });
  const digits = await pairing.digits;
  await until(() => world.desk.pending() !== null);
  expect(world.pairs[0]?.sent[1]?.message).toContain('P-256');
  expect(digits).not.toEqual({ ok: true, value: world.desk.pending()?.digits });
});

test('the page leaves when it is given a key agreement that it did not offer', async () => {
  const world = await setupBridge({
    faultOf: () => (sent) => [String(sent).replace('"group":"P-256"', '"group":"X25519"')],
  });
  const { seed } = askToPair(world.connect, {
    random: systemRandom,
    schedule: world.timers.schedule,
    groups: ['P-256'],
  });
  expect(await seed).toEqual({ ok: false, error: { type: 'Tampered' } });
  expect(world.pairs[0]?.sent).toHaveLength(2);
});

test('who has committed cannot reveal another key: no digits reach the person', async () => {
  const world = await setupBridge();
  const line = createLine(await world.connect());
  line.send({ t: 'pair-ask', v: bridgeVersion, groups: ['X25519'] });
  await hear(line, 'pair-agree');
  line.send({ t: 'pair-commit', commit: await commitTo('X25519', await shown()) });
  await hear(line, 'pair-offer');
  const { publicKey, nonce } = await shown();
  line.send({ t: 'pair-reveal', publicKey, nonce });
  expect(await line.next()).toEqual({ t: 'refuse', reason: 'tampered' });
  expect(world.desk.pending()).toBeNull();
});

test('the page shows its key only after the extension is bound to its own', async () => {
  const world = await setupBridge();
  const pairing = askToPair(world.connect, {
    random: systemRandom,
    schedule: world.timers.schedule,
  });
  await pairing.digits;
  const order = world.pairs[0]?.sent.map(({ message }) => parseMessage(message));
  expect(order?.map((message) => message?.t)).toEqual([
    'pair-ask',
    'pair-agree',
    'pair-commit',
    'pair-offer',
    'pair-reveal',
  ]);
  const reveal = order?.[4];
  const before = JSON.stringify(world.pairs[0]?.sent.slice(0, 4));
  if (reveal?.t !== 'pair-reveal') throw new Error('no reveal');
  expect(before).not.toContain(toBase64Url(reveal.publicKey));
  expect(before).not.toContain(toBase64Url(reveal.nonce));
});

const flipped = (bytes: Bytes): Bytes => bytes.map((byte, at) => (at === 0 ? byte ^ 1 : byte));

/** The message with one bit of one of its fields changed. */
function tampered(message: Message): Message {
  switch (message.t) {
    case 'pair-commit':
      return { ...message, commit: flipped(message.commit) };
    case 'pair-offer':
    case 'pair-reveal':
      return { ...message, nonce: flipped(message.nonce) };
    case 'pair-seed':
      return { ...message, ct: flipped(message.ct) };
    case 'pair-received':
      return { ...message, proof: flipped(message.proof) };
    case 'hello':
    case 'welcome':
    case 'refuse':
    case 'sealed':
    case 'pair-ask':
    case 'pair-agree':
      return message;
  }
}

const tamperWith =
  (t: Message['t']): Fault =>
  (sent) => {
    const message = parseMessage(sent);
    return [message?.t === t ? serialiseMessage(tampered(message)) : sent];
  };

test.each(['pair-commit', 'pair-reveal'] as const)(
  'a changed %s shows the person nothing',
  async (t) => {
    const world = await setupBridge({ faultOf: () => tamperWith(t) });
    const { seed } = askToPair(world.connect, {
      random: systemRandom,
      schedule: world.timers.schedule,
    });
    expect(await seed).toEqual({ ok: false, error: { type: 'Tampered' } });
    expect(world.desk.pending()).toBeNull();
  },
);

test('a changed offer gives two sets of digits, and even a careless confirmation gives no seed', async () => {
  const world = await setupBridge({ faultOf: () => tamperWith('pair-offer') });
  const pairing = askToPair(world.connect, {
    random: systemRandom,
    schedule: world.timers.schedule,
  });
  const digits = await pairing.digits;
  await until(() => world.desk.pending() !== null);
  expect(digits).not.toEqual({ ok: true, value: world.desk.pending()?.digits });
  expect(await world.desk.confirm()).toMatchObject({ ok: false });
  expect(await pairing.seed).toEqual({ ok: false, error: { type: 'Tampered' } });
});

test.each([
  ['pair-seed', { ok: false, error: { type: 'Tampered' } }, { type: 'Interrupted' }],
  ['pair-received', { ok: true, value: theSeed }, { type: 'Tampered' }],
] as const)('a changed %s is noticed', async (t, seed, error) => {
  const world = await setupBridge({ faultOf: () => tamperWith(t) });
  const pairing = askToPair(world.connect, {
    random: systemRandom,
    schedule: world.timers.schedule,
  });
  await until(() => world.desk.pending() !== null);
  expect(await world.desk.confirm()).toEqual({ ok: false, error });
  expect(await pairing.seed).toEqual(seed);
});

test.each([
  ['the zero point', 'X25519', new Uint8Array(32)],
  ['a point off the curve', 'P-256', new Uint8Array(65).fill(4)],
  ['a point of another length', 'P-256', new Uint8Array(33).fill(2)],
] as const)('%s is no key to agree with', async (_, group, publicKey) => {
  const pair = await createKeyPair(group);
  const side = { publicKey, nonce: systemRandom(16) };
  const transcript = {
    groups: [group],
    group,
    commit: systemRandom(32),
    offer: side,
    reveal: side,
  };
  expect(await agree(pair.secret, publicKey, transcript)).toBeNull();
});

test('digits keep their leading zeros and are spread over the whole million', async () => {
  const pair = await createKeyPair('X25519');
  const other = await createKeyPair('X25519');
  const seen: string[] = [];
  for (let n = 0; n < 300; n++) {
    const commit = concat(utf8(`${n}`), new Uint8Array(32)).slice(0, 32);
    const side = { publicKey: other.publicKey, nonce: new Uint8Array(16) };
    const transcript = {
      groups: [],
      group: 'X25519',
      commit,
      offer: side,
      reveal: side,
    } as const;
    seen.push((await agree(pair.secret, other.publicKey, transcript))?.digits ?? '');
  }
  expect(seen.every((digits) => /^\d{6}$/.test(digits))).toBe(true);
  expect(new Set(seen.map((digits) => digits[0])).size).toBe(10);
  expect(new Set(seen).size).toBeGreaterThan(295);
});

test('this engine offers both key agreements', async () => {
  expect(await supportedGroups()).toEqual(['X25519', 'P-256']);
});
