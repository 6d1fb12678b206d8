// @vitest-environment node
/** Two relays on one database are one relay. */
import { expect, onTestFinished, test } from 'vitest';

import { toBase64Url } from '#core/kernel/bytes.ts';
import { systemRandom } from '#core/kernel/random.ts';
import { mostWakes } from '#core/sync/protocol/limits.ts';
import { systemSchedule } from '#core/sync/schedule.ts';
import { wakeDeskAt } from '#core/sync/relay/wakes.ts';

import type { Environment } from '../../relay/environment.ts';
import { startPushService } from '../support/push-service.ts';
import { item } from '../support/raw-relay.ts';
import { startPostgres } from '../support/postgres.ts';
import { startRelayProcess, type RelayProcess } from '../support/relay-process.ts';
import { peerOf, strangerAt } from '../support/relay-world.ts';

const cluster = await startPostgres();

async function startTwo(more: Environment = {}): Promise<readonly [RelayProcess, RelayProcess]> {
  const DATABASE_URL = await cluster.freshDatabase();
  // At once: both find no tables.
  const relays = await Promise.all([
    startRelayProcess({ DATABASE_URL, RELAY_LOG: 'trouble', ...more }),
    startRelayProcess({ DATABASE_URL, RELAY_LOG: 'trouble', ...more }),
  ]);
  onTestFinished(async () => {
    for (const relay of relays) expect(await relay.end('SIGTERM')).toBe(0);
  });
  return relays;
}

test('a device at one hears what another pushed to the other', async () => {
  const [one, two] = await startTwo();
  const { vault, token } = strangerAt('');
  const desk = peerOf({ origin: one.origin, vault, token });
  const phone = peerOf({ origin: two.origin, vault, token });
  await phone.pull({ seq: 0, wit: null });
  const rung = Promise.withResolvers<undefined>();
  onTestFinished(
    phone.onChange(() => {
      rung.resolve(undefined);
    }),
  );
  const pushed = item();
  await desk.push([pushed]);
  await rung.promise;
  expect(await phone.pull({ seq: 0, wit: null })).toMatchObject({ rows: [{ id: pushed.id }] });
});

test('eight writers at two relays, and a pager who misses none of their rows', async () => {
  const relays = await startTwo();
  const { vault, token } = strangerAt('');
  const peerAt = (at: number): ReturnType<typeof peerOf> =>
    peerOf({ origin: relays[at % 2 === 0 ? 0 : 1].origin, vault, token });
  const written = new Set<string>();
  const writers = { areDone: false };
  const done = Promise.all(
    Array.from({ length: 8 }, async (_, at) => {
      const writer = peerAt(at);
      for (let push = 0; push < 30; push++) {
        const items = Array.from({ length: 1 + (push % 3) }, () => item(40));
        await writer.push(items);
        for (const { id } of items) written.add(id);
      }
    }),
  ).then(() => (writers.areDone = true));
  const pager = peerAt(1);
  const seen = new Set<string>();
  let at = 0;
  for (let last = false; !last;) {
    last = writers.areDone;
    for (let more = true; more;) {
      const page = await pager.pull({ seq: at, wit: null });
      if (page.reset) throw new Error('a reset without a witness');
      for (const { id } of page.rows) seen.add(id);
      ({ seq: at, more } = page);
    }
  }
  await done;
  expect(written.size).toBe(480);
  expect([...written].filter((id) => !seen.has(id))).toEqual([]);
});

test('each wake is sent by one of the two, however many are due at once', async () => {
  const service = await startPushService();
  onTestFinished(() => service.close());
  const relays = await startTwo({
    RELAY_PUSH_SUBJECT: 'mailto:keeper@comma.example',
    RELAY_PUSH_STAND_IN: service.origin,
  });
  const [{ origin }] = relays;
  const name = (): string => toBase64Url(systemRandom(16));
  const asked = Array.from({ length: 3 }, async () => {
    const { vault, token } = strangerAt('');
    const desk = wakeDeskAt(
      { origin, vault, token },
      (...asked) => fetch(...asked),
      systemSchedule,
    );
    await peerOf({ origin, vault, token }).push([item()]);
    const wakes = Array.from({ length: mostWakes }, () => ({ name: name(), wait: 0 }));
    await desk.put(name(), { subscription: service.subscribe(), wakes });
  });
  await Promise.all(asked);
  await expect.poll(() => service.received.length).toBeGreaterThanOrEqual(3 * mostWakes);
  // What either still has in hand is sent before it ends.
  for (const relay of relays) expect(await relay.end('SIGTERM')).toBe(0);
  expect(service.received).toHaveLength(3 * mostWakes);
});
