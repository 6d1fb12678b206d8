// @vitest-environment node
/** What a relay does not keep in memory. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

import { mostRows } from '#core/sync/protocol/limits.ts';

import { item } from '../support/raw-relay.ts';
import { startRelayProcess, type RelayProcess } from '../support/relay-process.ts';
import { peerOf, strangerAt } from '../support/relay-world.ts';

async function megabytesOf({ origin }: RelayProcess): Promise<number> {
  const text = await (await fetch(`${origin}/metrics`)).text();
  return Number(/^process_resident_memory_bytes (\d+)/m.exec(text)?.[1]) / 1e6;
}

test('pushes of a hundred different lengths leave nothing behind that grows with them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'comma-memory-'));
  const relay = await startRelayProcess({ RELAY_DATA: folder, RELAY_LOG: 'trouble' });
  onTestFinished(async () => {
    await relay.end('SIGTERM');
    await rm(folder, { recursive: true });
  });
  const peer = peerOf(strangerAt(relay.origin));
  const rows = Array.from({ length: mostRows }, () => item(40));
  const again = (): Promise<unknown> => peer.push(rows.slice(0, mostRows / 2));
  await peer.push(rows);
  for (let push = 0; push < 40; push++) await again();
  const before = await megabytesOf(relay);
  for (let fewer = 0; fewer < 100; fewer++) await peer.push(rows.slice(fewer));
  // A statement of each length, kept ready, would be 20 more.
  expect((await megabytesOf(relay)) - before).toBeLessThan(12);
});
