/** What a relay sees of a journal: nothing that anybody wrote, neither on its disk nor on the wire. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

import { systemRandom } from '#core/kernel/random.ts';
import { syncRound } from '#core/sync/engine.ts';
import { createVaultStore } from '#core/sync/vault-store.ts';
import { yjsBodies } from '#core/vault/body-text.ts';

import { accessOf, freshSqlite, peerOf, startRelay } from '../support/relay-world.ts';
import { testVault } from '../support/vault.ts';
import { tap } from '../support/wire-tap.ts';

const places = ['cellar', 'harbour', 'orchard', 'lighthouse', 'platform', 'kitchen'];
const entries = Array.from({ length: 60 }, (_, at) => ({
  id: `sleep:2026-01-${String(at + 1).padStart(2, '0')}`,
  kind: 'confession',
  text: `Marguerite ${places[at % places.length] ?? ''} quarrelled about number ${at}`,
  fields: { day: '2026-01-15', 'feeling.shame': true, prompt: 'water-the-fern' },
}));
/** Words, kinds, dates, ids, fields and names of prompts. */
const private_ = [
  ...places,
  'Marguerite',
  'quarrelled',
  'confession',
  '2026-01',
  'sleep:',
  'feeling',
  'shame',
  'water-the-fern',
];

test('neither its files nor its traffic hold a word, a kind, a date or a name of the journal', async () => {
  const store = await freshSqlite();
  const relay = await startRelay({ store });
  onTestFinished(async () => {
    await relay.close();
    await store.close();
  });
  const { port, heard } = await tap(Number(new URL(relay.origin).port));
  const vault = await testVault();
  await vault.write(...entries);
  const peer = peerOf(await accessOf(vault.seed, `http://127.0.0.1:${port}`));
  const context = { keys: vault.keys, bodies: yjsBodies, random: systemRandom, wall: () => 1 };
  const sync = (): ReturnType<typeof syncRound> =>
    syncRound(peer, createVaultStore(vault.db, vault.keys.vault), context);
  expect(await sync()).toMatchObject({ ok: true, value: { pushed: entries.length } });
  expect((await peer.pull({ seq: 0, wit: null })).reset).toBe(false);

  const files = await readdir(store.folder);
  const stored = Buffer.concat(
    await Promise.all(files.map((file) => readFile(join(store.folder, file)))),
  );
  // Enough was stored and carried, both ways, for a word to be found in it.
  expect(stored.length).toBeGreaterThan(entries.length * 256);
  expect(heard().length).toBeGreaterThan(2 * entries.length * 256);
  const log = Buffer.from(JSON.stringify(relay.log));
  for (const where of [stored, heard(), log])
    for (const word of private_)
      for (const encoding of ['utf8', 'utf16le'] as const)
        expect(where.includes(Buffer.from(word, encoding))).toBe(false);
  const wires = (await vault.db.rec.toArray()).map(({ wire }) => wire);
  expect(wires.some((wire) => heard().includes(wire))).toBe(true);
  expect(wires.some((wire) => log.includes(wire))).toBe(false);
  expect(log.includes(vault.keys.vault)).toBe(false);
});
