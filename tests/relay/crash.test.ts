// @vitest-environment node
/** What a relay has acknowledged stands, however it ends. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

import { revOf } from '#core/kernel/revision.ts';
import type { PushItem } from '#core/sync/peer.ts';

import { item } from '../support/raw-relay.ts';
import { startRelayProcess } from '../support/relay-process.ts';
import { peerOf, strangerAt } from '../support/relay-world.ts';

const kills = 20;

async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'comma-crash-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  return folder;
}

test(`killed ${kills} times under load, it has lost no row that it acknowledged`, async () => {
  const folder = await freshFolder();
  const acknowledged = new Map<string, string>();
  /** Sent and perhaps stored, when the answer did not come: a newer version, which is no loss. */
  const sent = new Map<string, string>();
  const { vault, token } = strangerAt('');
  let interrupted = 0;
  let answers = 0;
  for (let kill = 0; kill <= kills; kill++) {
    const relay = await startRelayProcess({ RELAY_DATA: folder, RELAY_LOG: 'trouble' });
    const peer = peerOf({ origin: relay.origin, vault, token });
    const held = new Map<string, string>();
    for (let at = 0, more = true; more;) {
      const page = await peer.pull({ seq: at, wit: null });
      if (page.reset) throw new Error('a reset without a witness');
      for (const { id, rev } of page.rows) held.set(id, rev);
      ({ seq: at, more } = page);
    }
    const lost = [...acknowledged].filter(
      ([id, rev]) => ![rev, sent.get(id)].includes(held.get(id)),
    );
    expect(lost).toEqual([]);
    if (kill === kills) {
      expect(await relay.end('SIGTERM')).toBe(0);
      break;
    }
    const write = async (): Promise<void> => {
      let mine: PushItem = item(600);
      for (;;) {
        const others = Array.from({ length: 5 }, () => item(600));
        sent.set(mine.id, revOf(mine.ct));
        const { ok } = await peer.push([mine, ...others]);
        for (const { id, rev } of ok) acknowledged.set(id, rev);
        answers += 1;
        mine = item(600, revOf(mine.ct), mine.id);
      }
    };
    const writers = Array.from({ length: 4 }, () =>
      write().catch(() => {
        interrupted++;
      }),
    );
    const before = answers;
    while (answers < before + 4) await new Promise((resolve) => setTimeout(resolve, 1));
    await new Promise((resolve) => setTimeout(resolve, kill)); // in the midst of others
    await relay.end('SIGKILL');
    await Promise.all(writers);
  }
  expect(acknowledged.size).toBeGreaterThan(kills * 20);
  expect(interrupted).toBe(kills * 4);
});

test('asked to stop, it answers what is under way, ends its streams and leaves with 0', async () => {
  const relay = await startRelayProcess({ RELAY_DATA: await freshFolder() });
  const access = strangerAt(relay.origin);
  const peer = peerOf(access);
  await peer.push([item()]);
  const stream = await fetch(`${relay.origin}/v1/${access.vault}/events`, {
    headers: { Authorization: `Bearer ${access.token}` },
  });
  const underWay = peer.push([item(5_000_000)]);
  const code = relay.end('SIGTERM');
  const outcome = await underWay.then(
    ({ ok }) => ok.length,
    (failure: unknown) => failure,
  );
  // Either it was in time, or it was never taken for done.
  expect(outcome === 1 || outcome instanceof Error).toBe(true);
  expect(await stream.text()).toContain('event: head');
  expect(await code).toBe(0);
  expect(relay.said()).toContain('"event":"stopped"');
});

test('what it cannot start with is said in a sentence each, before anything is opened', async () => {
  const start = startRelayProcess({
    PORT: 'http',
    RELAY_QUOTA_MB: '-1',
    DATABASE_URL: 'mysql://x',
  });
  const said = await start.then(
    () => 'it started',
    (failure: unknown) => (failure instanceof Error ? failure.message : ''),
  );
  expect(said.trim().split('\n').sort()).toEqual([
    'DATABASE_URL is an address like postgres://user:password@host/name; what it was set to is none.',
    'PORT is a whole number from 0 to 65535; it was set to “http”.',
    'RELAY_QUOTA_MB is a whole number from 1 to 1000000; it was set to “-1”.',
  ]);
});
