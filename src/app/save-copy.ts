/** A copy of everything on this device, as a file the person keeps. Readable: it says so before saving. */
import type { Comma } from './comma.svelte.ts';
import { entryKind, parseEntry } from '../features/journal/entry.ts';
import { isClosed } from '../features/journal/letters.ts';
import { toBase64Url } from '../kernel/bytes.ts';
import type { Vault } from '../vault/vault.ts';
import { saveFile } from './save-file.ts';

/** The copy as it is written: what opens in plain; what does not open, and letters before their day, still sealed. */
export async function copyOf(vault: Vault, now: number): Promise<string> {
  const rows = await vault.db.rec.toArray();
  const items = (await vault.openRows(rows)).filter(
    (item) => item.kind !== entryKind || !isClosed(parseEntry(item), now),
  );
  const opened = new Set(items.map(({ id }) => id));
  return JSON.stringify(
    {
      format: 'comma-copy',
      version: 1,
      saved: new Date(now).toISOString(),
      records: items
        .filter(({ alive }) => alive)
        .map(({ id, kind, fields, text }) => ({ id, kind, fields, text })),
      sealed: rows
        .filter(({ id }) => !opened.has(id))
        .map(({ wire, ct }) => ({ wire, ct: toBase64Url(ct) })),
    },
    null,
    2,
  );
}

export async function saveCopy(comma: Comma): Promise<void> {
  saveFile('comma-copy.json', await copyOf(comma.vault, comma.ports.clock.wall()));
}
