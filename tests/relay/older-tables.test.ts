// @vitest-environment node
/** A database that an earlier relay made: it stays as it is, and takes what it lacks. */
import { expect, onTestFinished, test } from 'vitest';

import { toBase64Url } from '#core/kernel/bytes.ts';
import { systemRandom } from '#core/kernel/random.ts';
import { serialiseWakes } from '#core/sync/protocol/wakes.ts';
import { wakeTokenOf } from '#core/vault/keys.ts';

import { openPostgres } from '../../relay/store/postgres.ts';
import { openSqlite } from '../../relay/store/sqlite.ts';
import type { Store } from '../../relay/store/store.ts';
import { startPostgres } from '../support/postgres.ts';
import { startPushService } from '../support/push-service.ts';
import { item, request } from '../support/raw-relay.ts';
import { query } from '../support/relay-backup.ts';
import { freshSqlite, peerOf, startRelay, strangerAt } from '../support/relay-world.ts';

const cluster = await startPostgres();

/** Opens the same database each time. */
async function sqlite(): Promise<() => Promise<Store>> {
  const made = await freshSqlite();
  onTestFinished(() => made.close());
  return () => Promise.resolve(openSqlite(made.folder));
}

async function postgres(): Promise<() => Promise<Store>> {
  const url = await cluster.freshDatabase();
  return () => openPostgres(url, 4, () => undefined);
}

test.each([
  ['SQLite', sqlite],
  ['PostgreSQL', postgres],
])('%s: a device of before tokens of its own is still woken, and is given one', async (_, made) => {
  const service = await startPushService();
  onTestFinished(() => service.close());
  const environment = {
    RELAY_PUSH_SUBJECT: 'mailto:keeper@comma.example',
    RELAY_PUSH_STAND_IN: service.origin,
  };
  const open = await made();
  const before = await open();
  const first = await startRelay({ store: before, environment });
  const access = strangerAt(first.origin);
  const row = item();
  await peerOf(access).push([row]);
  const device = toBase64Url(systemRandom(16));
  const subscription = service.subscribe();
  const wakes = [{ name: toBase64Url(systemRandom(16)), wait: 0 }];
  const put = (own?: string, token = access.token): Promise<Response> =>
    request({ ...access, token, origin: relay.origin }, `/wakes/${device}`, {
      method: 'PUT',
      body: serialiseWakes({ subscription, wakes, ...(own !== undefined && { own }) }),
    });
  let relay = first;
  expect((await put()).status).toBe(204);
  await first.close();
  await query(before, 'alter table device drop column own');
  await before.close();

  for (let starts = 0; starts < 2; starts++) {
    const store = await open();
    relay = await startRelay({ store, environment });
    const page = await peerOf({ ...access, origin: relay.origin }).pull({ seq: 0, wit: null });
    expect(!page.reset && page.rows.map(({ id }) => id)).toEqual([row.id]);
    const { token, hash } = await wakeTokenOf(systemRandom(16), relay.origin, device);
    expect((await put(undefined, token)).status).toBe(401);
    await relay.sendDue();
    expect(service.received).toHaveLength(starts + 1);
    expect((await put(hash)).status).toBe(204);
    expect((await put(undefined, token)).status).toBe(204);
    await relay.close();
    await store.close();
  }
});
