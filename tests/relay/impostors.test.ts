// @vitest-environment node
/** Whoever answers instead of the relay, or as it should not: the round ends, and the journal is whole. */
import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test } from 'vitest';

import { systemRandom } from '#core/kernel/random.ts';
import { syncRound } from '#core/sync/engine.ts';
import { longestBody } from '#core/sync/protocol/limits.ts';
import { packed } from '#core/sync/protocol/packing.ts';
import { rowsType } from '#core/sync/protocol/rows.ts';
import type { RelayAccess } from '#core/sync/relay/ask.ts';

import { Device } from '../support/device.ts';
import { createManualTimers } from '../support/manual-timers.ts';
import { peerOf, strangerAt } from '../support/relay-world.ts';
import { seeded } from '../support/seeded.ts';
import { worldKeys } from '../support/sync-world.ts';

async function impostor(answer: (response: ServerResponse) => void): Promise<RelayAccess> {
  const server = createServer((request, response) => {
    request.resume();
    response.on('error', () => undefined);
    answer(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const { port } = server.address() as AddressInfo; // it listens on a port
  return strangerAt(`http://127.0.0.1:${port}`);
}

const says =
  (status: number, headers: Record<string, string>, body: string | Uint8Array = '') =>
  (response: ServerResponse): void => {
    response.writeHead(status, headers).end(body);
  };
const html = { 'Content-Type': 'text/html' };
const json = { 'Content-Type': 'application/json' };
const rows = { 'Content-Type': rowsType };
const refusal = (error: string): string => JSON.stringify({ error, says: 'No.' });

test.each<[string, (response: ServerResponse) => void, object]>([
  ['a login page', says(200, html, '<h1>Welcome to our café</h1>'), { type: 'NotARelay' }],
  ['a detour to one', says(302, { Location: 'http://127.0.0.1:9/' }), { type: 'Unreachable' }],
  ['a proxy in trouble', says(502, html, 'Bad Gateway'), { type: 'NotARelay' }],
  ['another site', says(404, html, 'Not found'), { type: 'NotARelay' }],
  ['a JSON of somebody else', says(401, json, '{"error":"login_required"}'), { type: 'NotARelay' }],
  ['a refusal under another status', says(404, json, refusal('full')), { type: 'NotARelay' }],
  ['rows that are none', says(200, rows, 'hello'), { type: 'NotARelay' }],
  ['a full relay', says(507, json, refusal('full')), { refusal: 'full' }],
  [
    'a busy relay',
    says(429, { ...json, 'Retry-After': '7' }, refusal('too-many')),
    { refusal: 'too-many', retryAfter: 7_000 },
  ],
  [
    'a relay that says never',
    says(429, { ...json, 'Retry-After': '99999999' }, refusal('too-many')),
    { refusal: 'too-many', retryAfter: 3_600_000 },
  ],
  ['a line that is cut', (response) => response.destroy(), { type: 'Unreachable' }],
])(
  '%s ends the round with its reason, and what was written stays to be sent',
  async (_, answer, why) => {
    const peer = peerOf(await impostor(answer));
    const device = new Device({ keys: worldKeys, chance: seeded(5) });
    await device.write('a', 'tea');
    const result = await syncRound(peer, device.store, device.context);
    expect(result).toMatchObject({ ok: false, error: { type: 'Unreachable', cause: why } });
    expect(device.dirty(peer.name)).toHaveLength(1);
    expect((await device.read('a'))?.text).toBe('tea');
  },
);

test('an answer without end is hung up on before it fills the memory', async () => {
  let sent = 0;
  const access = await impostor((response) => {
    response.writeHead(200, rows);
    const more = (): void => {
      while (!response.destroyed && response.write(Buffer.alloc(1 << 20))) sent += 1 << 20;
      sent += 1 << 20;
    };
    response.on('drain', more);
    more();
  });
  await expect(peerOf(access).pull({ seq: 0, wit: null })).rejects.toMatchObject({
    type: 'NotARelay',
  });
  expect(sent).toBeLessThan(longestBody * 3);
});

test('a relay that never answers is waited for a minute', async () => {
  const access = await impostor(() => undefined);
  const timers = createManualTimers();
  const asked = peerOf(access, { schedule: timers.schedule }).pull({ seq: 0, wit: null });
  expect(timers.waiting()).toEqual([60_000]);
  timers.advance(60_000);
  await expect(asked).rejects.toMatchObject({ type: 'TimedOut' });
  expect(timers.waiting()).toEqual([]);
});

test('a relay that goes on for ever with pages of rubbish is left, and nothing of it is believed', async () => {
  let seq = 0;
  const access = await impostor((response) => {
    seq++;
    const id = Buffer.from(systemRandom(16)).toString('base64url');
    const ct = systemRandom(64);
    const head = { reset: false, epoch: 'e', wit: [9e15, 't'], rows: [[id, seq, ct.length]] };
    response.writeHead(200, rows).end(seq > 30 ? 'enough' : packed(head, [ct]));
  });
  const device = new Device({ keys: worldKeys, chance: seeded(5) });
  await device.write('a', 'tea');
  const result = await syncRound(peerOf(access), device.store, device.context);
  expect(result.ok).toBe(false);
  expect([...device.store.rows.keys()]).toEqual(['a']);
  expect(device.store.quarantine.size).toBe(30);
});

test('a stream that breaks is opened again, later each time and never at one beat with others', async () => {
  let opened = 0;
  const access = await impostor((response) => {
    opened++;
    says(503, json, refusal('unavailable'))(response);
  });
  const timers = createManualTimers();
  const peer = peerOf(access, { schedule: timers.schedule, random: seeded(3).bytes });
  const hush = peer.onChange(() => undefined);
  onTestFinished(hush);
  const pauses: number[] = [];
  for (let round = 1; round <= 10; round++) {
    await expect.poll(() => [opened, timers.waiting().length]).toEqual([round, 1]);
    const [pause = 0] = timers.waiting();
    pauses.push(pause);
    timers.advance(pause);
  }
  expect(pauses[0]).toBeLessThanOrEqual(1_000);
  expect(Math.max(...pauses)).toBeGreaterThan(140_000);
  expect(Math.max(...pauses)).toBeLessThanOrEqual(300_000);
  hush();
});

test('a stream without a sign of life for a minute is taken for dead', async () => {
  let opened = 0;
  const access = await impostor((response) => {
    opened++;
    response
      .writeHead(200, { 'Content-Type': 'text/event-stream' })
      .write('event: head\ndata: 1\n\n');
  });
  const timers = createManualTimers();
  const heard: number[] = [];
  const peer = peerOf(access, { schedule: timers.schedule });
  onTestFinished(peer.onChange(() => heard.push(1)));
  await expect.poll(() => heard.length).toBe(1);
  timers.advance(60_000);
  await expect.poll(() => timers.waiting().length).toBe(1);
  timers.advance(1_000);
  await expect.poll(() => [opened, heard.length]).toEqual([2, 2]);
});
