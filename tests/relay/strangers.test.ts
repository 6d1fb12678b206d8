// @vitest-environment node
/** Those who have no business at a relay: refused, and nobody's rows moved. */
import fc from 'fast-check';
import { expect, onTestFinished, test } from 'vitest';

import { concat, toBase64Url, utf8, type Bytes } from '#core/kernel/bytes.ts';
import { revOf } from '#core/kernel/revision.ts';
import { longestBody, longestRow, mostRows } from '#core/sync/protocol/limits.ts';
import { inviteHeader } from '#core/sync/protocol/names.ts';
import { packed } from '#core/sync/protocol/packing.ts';
import { serialisePush } from '#core/sync/protocol/push.ts';

import type { Environment } from '../../relay/environment.ts';
import { errorOf, item, request } from '../support/raw-relay.ts';
import { query } from '../support/relay-backup.ts';
import { freshSqlite, peerOf, startRelay, strangerAt } from '../support/relay-world.ts';

interface Setup {
  readonly origin: string;
  readonly count: (table: string) => Promise<unknown>;
  /** Moves the clock of the rate limits on. */
  readonly wait: (ms: number) => void;
}

async function setup(environment: Environment = {}): Promise<Setup> {
  const store = await freshSqlite();
  let now = 0;
  const relay = await startRelay({ store, environment, mono: () => now });
  onTestFinished(async () => {
    await relay.close();
    await store.close();
  });
  return {
    origin: relay.origin,
    count: async (table) => (await query(store, `select count(*) as n from ${table}`))[0]?.['n'],
    wait(ms) {
      now += ms;
    },
  };
}

const question = JSON.stringify({ since: 0, wit: null, limit: 1 });

test.each<[string, Record<string, string>]>([
  ['no token', { Authorization: '' }],
  ['a token of another scheme', { Authorization: `Basic ${toBase64Url(new Uint8Array(32))}` }],
  ['a token that is too short', { Authorization: `Bearer ${toBase64Url(new Uint8Array(31))}` }],
  ['a token that is too long', { Authorization: `Bearer ${toBase64Url(new Uint8Array(33))}` }],
])('someone who knows a vault and brings %s is refused, and claims nothing', async (_, headers) => {
  const { origin, count } = await setup();
  const owner = strangerAt(origin);
  const unclaimed = strangerAt(origin);
  await peerOf(owner).push([item()]);
  for (const access of [owner, unclaimed]) {
    const answer = await request(access, '/pull', { body: question, headers });
    expect(answer.status).toBe(401);
    expect(await errorOf(answer)).toBe('unauthorised');
  }
  expect(await count('vault')).toBe(1);
  expect(await count('record')).toBe(1);
});

test('tokens cannot be tried out: after so many requests a caller has to wait', async () => {
  const { origin, wait } = await setup({ RELAY_REQUESTS_PER_MINUTE: '30' });
  const owner = strangerAt(origin);
  await peerOf(owner).push([item()]);
  const statuses: number[] = [];
  for (let guess = 0; guess < 40; guess++) {
    const thief = { ...owner, token: strangerAt(origin).token };
    statuses.push((await request(thief, '/pull', { body: question })).status);
  }
  expect(statuses.filter((status) => status === 401)).toHaveLength(29);
  const refused = await request(owner, '/pull', { body: question });
  expect([refused.status, refused.headers.get('Retry-After')]).toEqual([429, '2']);
  wait(2_000);
  expect((await request(owner, '/pull', { body: question })).status).toBe(200);
});

test('nobody can claim vaults without end, and those who have one do not notice', async () => {
  const { origin, count, wait } = await setup({ RELAY_CLAIMS_PER_HOUR: '3' });
  const own = strangerAt(origin);
  await peerOf(own).push([item()]);
  for (let more = 0; more < 5; more++)
    await request(strangerAt(origin), '/pull', { body: question });
  expect(await count('vault')).toBe(3);
  await expect(peerOf(strangerAt(origin)).push([item()])).rejects.toMatchObject({
    refusal: 'too-many',
    retryAfter: 1_200_000,
  });
  expect((await peerOf(own).push([item()])).ok).toHaveLength(1);
  wait(1_200_000);
  expect((await peerOf(strangerAt(origin)).push([item()])).ok).toHaveLength(1);
});

test('where invite codes are asked for, only a first visit needs one', async () => {
  const { origin, count } = await setup({ RELAY_INVITE: 'welcome-2026' });
  const access = strangerAt(origin);
  await expect(peerOf(access).push([item()])).rejects.toMatchObject({ refusal: 'invite-needed' });
  const wrong = await request(access, '/pull', {
    body: question,
    headers: { [inviteHeader]: 'welcome-2025' },
  });
  expect(wrong.status).toBe(403);
  expect(await count('vault')).toBe(0);
  expect((await peerOf({ ...access, invite: 'welcome-2026' }).push([item()])).ok).toHaveLength(1);
  expect((await peerOf(access).push([item()])).ok).toHaveLength(1);
});

test('a name has one spelling, so nobody gets a second vault under one name', async () => {
  const { origin } = await setup();
  const access = strangerAt(origin);
  const same = (name: string): string => {
    const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
    return name.slice(0, -1) + (letters[letters.indexOf(name.at(-1) ?? 'A') + 1] ?? 'B');
  };
  for (const vault of [same(access.vault), `${access.vault}=`, access.vault.slice(1), '..', 'a'])
    expect((await request({ ...access, vault }, '/pull', { body: question })).status).toBe(404);
  const twin = { ...access, token: same(access.token) };
  expect((await request(twin, '/pull', { body: question })).status).toBe(401);
});

const head = (value: unknown, rest: Bytes = new Uint8Array()): Bytes =>
  concat(
    packed([]).subarray(0, 3),
    Uint8Array.of(utf8(JSON.stringify(value)).length),
    utf8(JSON.stringify(value)),
    rest,
  );
const id = toBase64Url(new Uint8Array(16));
const blob = new Uint8Array(20);

test.each<[string, string, Bytes | string]>([
  ['no JSON', '/pull', '{'],
  ['no question', '/pull', ''],
  ['a field too many', '/pull', JSON.stringify({ since: 0, wit: null, limit: 1, x: 1 })],
  ['a field too few', '/pull', JSON.stringify({ since: 0, wit: null })],
  ['a counter below nothing', '/pull', JSON.stringify({ since: -1, wit: null, limit: 1 })],
  ['a counter past exactness', '/pull', JSON.stringify({ since: 2 ** 53, wit: null, limit: 1 })],
  ['a page of nothing', '/pull', JSON.stringify({ since: 0, wit: null, limit: 0 })],
  ['a page too long', '/pull', JSON.stringify({ since: 0, wit: null, limit: mostRows + 1 })],
  ['a witness without token', '/pull', JSON.stringify({ since: 0, wit: [1], limit: 1 })],
  ['SQL for a token', '/pull', JSON.stringify({ since: 0, wit: [1, "' or 1=1"], limit: 1 })],
  ['nothing at all', '/push', new Uint8Array()],
  ['a head longer than the body', '/push', Uint8Array.of(255, 255, 255, 255, 1)],
  ['a head that is no JSON', '/push', Uint8Array.of(0, 0, 0, 1, 123)],
  ['bytes that nobody announced', '/push', head({ items: [] }, blob)],
  ['fewer bytes than announced', '/push', head({ items: [[id, null, 30]] }, blob)],
  ['a row of nearly nothing', '/push', head({ items: [[id, null, 3]] }, new Uint8Array(3))],
  ['a size below nothing', '/push', head({ items: [[id, null, -20]] }, blob)],
  ['a name of another length', '/push', head({ items: [[id.slice(1), null, 20]] }, blob)],
  ['a base that is a number', '/push', head({ items: [[id, 7, 20]] }, blob)],
  [
    'one name twice',
    '/push',
    head(
      {
        items: [
          [id, null, 20],
          [id, null, 20],
        ],
      },
      concat(blob, blob),
    ),
  ],
])('a request with %s is refused and stores nothing', async (_, what, body) => {
  const { origin, count } = await setup();
  const answer = await request(strangerAt(origin), what, { body });
  expect(answer.status).toBe(400);
  expect(await errorOf(answer)).toBe('malformed');
  expect(await count('record')).toBe(0);
});

test('too many rows, or a row too long, are refused whole; the client leaves such a row at home', async () => {
  const { origin, count } = await setup();
  const access = strangerAt(origin);
  const push = (body: Bytes): Promise<Response> => request(access, '/push', { body });
  const many = Array.from({ length: mostRows + 1 }, () => item(20));
  expect((await push(serialisePush(many))).status).toBe(400);
  const long = item(longestRow + 1);
  expect((await push(serialisePush([long]))).status).toBe(400);
  expect((await push(new Uint8Array(longestBody + 1))).status).toBe(413);
  expect((await request(access, '/pull', { body: ' '.repeat(2_000) })).status).toBe(413);
  expect(await count('record')).toBe(0);
  const small = item();
  expect((await peerOf(access).push([long, small])).ok).toEqual([
    { id: small.id, rev: revOf(small.ct) },
  ]);
});

test('a body from someone without the token is not even read', async () => {
  const { origin } = await setup();
  const access = strangerAt(origin);
  await peerOf(access).push([item()]);
  let sent = 0;
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      sent += 65_536;
      if (sent > longestBody) controller.close();
      else controller.enqueue(new Uint8Array(65_536));
    },
  });
  const thief = strangerAt(origin);
  const status = await fetch(`${origin}/v1/${access.vault}/push`, {
    method: 'POST',
    headers: { Authorization: `Bearer ${thief.token}` },
    body,
    duplex: 'half',
  } as RequestInit).then(
    (answer) => answer.status,
    // The relay may hang up while we are still talking.
    () => 401,
  );
  expect(status).toBe(401);
  expect(sent).toBeLessThan(longestBody);
});

test('whatever sizes come and go, a vault is charged for exactly what it holds', async () => {
  const { origin, count } = await setup();
  const access = strangerAt(origin);
  const peer = peerOf(access);
  const held = new Map<string, { rev: string; size: number }>();
  const names = Array.from({ length: 6 }, () => item().id);
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.record({ at: fc.nat(5), size: fc.integer({ min: 17, max: 900 }), honest: fc.boolean() }),
        { minLength: 1, maxLength: 6 },
      ),
      async (wishes) => {
        const items = new Map(
          wishes.map(({ at, size, honest }) => {
            const name = names[at] ?? '';
            return [name, item(size, honest ? (held.get(name)?.rev ?? null) : null, name)];
          }),
        );
        const { ok } = await peer.push([...items.values()]);
        for (const { id: name, rev } of ok)
          held.set(name, { rev, size: items.get(name)?.ct.length ?? 0 });
        const charged = [...held.values()].reduce((sum, { size }) => sum + size, 0);
        expect(await count(`vault where held_bytes = ${charged}`)).toBe(1);
        expect(await count(`vault where held_rows = ${held.size}`)).toBe(1);
      },
    ),
    { numRuns: 60 },
  );
});
