import { expect, test, vi } from 'vitest';

import { systemRandom } from '#core/kernel/random.ts';
import { createLine } from '#core/sync/bridge/line.ts';
import { longestPlain } from '#core/sync/bridge/sealed-line.ts';
import { bridgeVersion } from '#core/sync/bridge/wire.ts';
import type { PulledRow } from '#core/sync/peer.ts';

import {
  anotherSeed,
  bridgeKeys,
  createFakeHost,
  row,
  setupBridge,
} from '../../../support/bridge-world.ts';

test('what the page pushes is what it pulls again, byte by byte', async () => {
  const { createPeer, host } = await setupBridge();
  const peer = createPeer();
  const items = [row(1, 0), row(2), row(3, 5_000)];
  const pushed = await peer.push(items);
  expect(pushed).toEqual({
    epoch: 'first',
    ok: items.map(({ id }) => ({ id, rev: `rev-${id}` })),
    conflicts: [],
    from: 0,
    wit: { seq: 3, token: 'after 3' },
  });
  expect(await peer.pull({ seq: 1, wit: { seq: 1, token: 'after 1' } })).toEqual({
    reset: false,
    epoch: 'first',
    rows: host.rows.slice(1),
    more: false,
    seq: 3,
    wit: { seq: 3, token: 'after 3' },
  });
});

test('a reset and a conflict cross the bridge as they are', async () => {
  const conflict = { id: 'a', rev: 'r', ct: new Uint8Array([1, 2, 3]) };
  const host = {
    ...createFakeHost(),
    pull: () => Promise.resolve({ reset: true, epoch: 'second' } as const),
    push: () => Promise.resolve({ epoch: 'second', ok: [], conflicts: [conflict] }),
  };
  const peer = (await setupBridge({ host })).createPeer();
  expect(await peer.pull({ seq: 0, wit: null })).toEqual({ reset: true, epoch: 'second' });
  expect(await peer.push([row(1)])).toEqual({ epoch: 'second', ok: [], conflicts: [conflict] });
});

test('ten thousand rows come over in pages, each once and in order', async () => {
  const { createPeer, host } = await setupBridge();
  const peer = createPeer();
  for (let n = 0; n < 10_000; n++)
    host.rows.push({ id: `row-${n}`, seq: n + 1, rev: `rev-${n}`, ct: row(n, 300).ct });
  const got: PulledRow[] = [];
  let pages = 0;
  for (let seq = 0, more = true; more; pages++) {
    const answer = await peer.pull({ seq, wit: null });
    if (answer.reset) throw new Error('reset');
    expect(answer.rows.length).toBeLessThanOrEqual(2_000);
    got.push(...answer.rows);
    ({ seq, more } = answer);
  }
  expect(pages).toBe(5);
  expect(got).toEqual(host.rows);
});

test('a page stops at a megabyte, and a longer row still travels alone', async () => {
  const { createPeer, host } = await setupBridge();
  const peer = createPeer();
  for (const [at, length] of [600_000, 600_000, 1_500_000].entries())
    host.rows.push({ id: `row-${at}`, seq: at + 1, rev: `rev-${at}`, ct: row(at, length).ct });
  const lengths: number[] = [];
  for (let seq = 0, more = true; more;) {
    const answer = await peer.pull({ seq, wit: null });
    if (answer.reset) throw new Error('reset');
    lengths.push(answer.rows.length);
    ({ seq, more } = answer);
  }
  expect(lengths).toEqual([1, 1, 1]);
});

test('a record too long for one message goes over in parts, and so does what comes with it', async () => {
  const { createPeer, host, pairs } = await setupBridge();
  const peer = createPeer();
  const long = row(1, 7_000_000);
  const answers = await Promise.all([peer.push([long]), peer.push([row(2)])]);
  expect(answers.map(({ ok }) => ok.length)).toEqual([1, 1]);
  expect(host.rows.map(({ ct }) => ct.length)).toEqual([7_000_000, row(2).ct.length]);
  const pulled = await peer.pull({ seq: 0, wit: null });
  expect(pulled).toMatchObject({ reset: false, more: true, rows: [{ id: long.id }] });
  if (!pulled.reset) expect(pulled.rows[0]?.ct).toEqual(long.ct);
  expect(pairs).toHaveLength(1);
});

test('what is longer than any record can be is refused on either side, and the line stays open', async () => {
  const { createPeer, host, pairs } = await setupBridge();
  const peer = createPeer();
  const tooLarge = { type: 'Refused', detail: 'too-large' };
  await expect(peer.push([row(1, longestPlain)])).rejects.toMatchObject(tooLarge);
  host.rows.push({ id: 'huge', seq: 1, rev: 'rev', ct: row(1, longestPlain).ct });
  await expect(peer.pull({ seq: 0, wit: null })).rejects.toMatchObject(tooLarge);
  await peer.pull({ seq: 1, wit: null });
  expect(pairs).toHaveLength(1);
});

test('requests made at once are each given their own answer', async () => {
  const { createPeer, host, pairs } = await setupBridge();
  const peer = createPeer();
  await peer.push([row(1), row(2), row(3)]);
  const answers = await Promise.all([0, 1, 2, 3].map((seq) => peer.pull({ seq, wit: null })));
  expect(answers.map((answer) => (answer.reset ? null : answer.rows.length))).toEqual([3, 2, 1, 0]);
  expect(host.calls).toHaveLength(5);
  expect(pairs).toHaveLength(1);
});

test('a change in the extension is heard by the page while their line is open', async () => {
  const { createPeer, change } = await setupBridge();
  const peer = createPeer();
  await peer.pull({ seq: 0, wit: null });
  await new Promise<void>((resolve) => {
    peer.onChange(resolve);
    change();
  });
});

test('the extension stops listening for changes when the page is gone', async () => {
  const { createPeer, listening } = await setupBridge();
  const peer = createPeer();
  await peer.pull({ seq: 0, wit: null });
  expect(listening()).toBe(1);
  peer.close();
  await vi.waitFor(() => {
    expect(listening()).toBe(0);
  });
});

test('nothing of a row or its name can be read on the channel', async () => {
  const { createPeer, pairs } = await setupBridge();
  await createPeer().push([{ id: 'secret-id', base: 'secret-base', ct: new Uint8Array(40) }]);
  const all = JSON.stringify(pairs.map((pair) => pair.sent));
  expect(all).not.toContain('secret');
  expect(all).not.toContain('row');
});

test('a page of another journal is told so, and the host is never called', async () => {
  const { createPeer, host } = await setupBridge();
  const peer = createPeer(await bridgeKeys(anotherSeed));
  await expect(peer.push([row(1)])).rejects.toMatchObject({ type: 'DifferentJournal' });
  expect(peer.state).toBe('DifferentJournal');
  expect(host.calls).toEqual([]);
});

test('an extension without a journal answers that it is not paired', async () => {
  const peer = (await setupBridge({ keys: () => Promise.resolve(null) })).createPeer();
  await expect(peer.pull({ seq: 0, wit: null })).rejects.toMatchObject({ type: 'NotPaired' });
});

test('when the host cannot answer, the page learns that and the extension reports why', async () => {
  const host = { ...createFakeHost(), pull: () => Promise.reject(new Error('disk')) };
  const { createPeer, reported } = await setupBridge({ host });
  const peer = createPeer();
  const refused = { type: 'Refused', detail: 'unavailable' };
  await expect(peer.pull({ seq: 0, wit: null })).rejects.toMatchObject(refused);
  expect(reported).toEqual([new Error('disk')]);
  await peer.push([row(1)]);
  expect(host.calls).toEqual(['push']);
});

test('keys that cannot be read refuse the session and are reported', async () => {
  const keys = () => Promise.reject(new Error('locked'));
  const { createPeer, reported } = await setupBridge({ keys });
  await expect(createPeer().pull({ seq: 0, wit: null })).rejects.toMatchObject({
    type: 'Refused',
    detail: 'unavailable',
  });
  expect(reported).toEqual([new Error('locked')]);
});

test('a hello of another version is refused before any key is used', async () => {
  const world = await setupBridge({ keys: () => Promise.reject(new Error('used')) });
  const line = createLine(await world.connect());
  line.send({ t: 'hello', v: bridgeVersion + 1, nonce: systemRandom(16) });
  expect(await line.next()).toEqual({ t: 'refuse', reason: 'version' });
  expect(world.reported).toEqual([]);
});
