// @vitest-environment node
/** Two relays on one database are one relay. */
import { expect, onTestFinished, test } from 'vitest';

import { item } from '../support/raw-relay.ts';
import { startPostgres } from '../support/postgres.ts';
import { startRelayProcess, type RelayProcess } from '../support/relay-process.ts';
import { peerOf, strangerAt } from '../support/relay-world.ts';

const cluster = await startPostgres();

async function startTwo(): Promise<readonly [RelayProcess, RelayProcess]> {
  const DATABASE_URL = await cluster.freshDatabase();
  // At once: both find no tables.
  const relays = await Promise.all([
    startRelayProcess({ DATABASE_URL, RELAY_LOG: 'trouble' }),
    startRelayProcess({ DATABASE_URL, RELAY_LOG: 'trouble' }),
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
