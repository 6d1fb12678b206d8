/** A copy of what is on this device, as a file the person keeps. Readable: it says so before saving. */
import type { Comma } from './comma.svelte.ts';
import { planKind } from '../features/help/plan.ts';
import { entryKind, parseEntry } from '../features/journal/entry.ts';
import { isClosed } from '../features/journal/letters.ts';
import { signerKind } from '../features/packs/signer-record.ts';
import { toBase64Url } from '../kernel/bytes.ts';
import { isPrivateRecord } from '../kernel/stored.ts';
import type { Item } from '../vault/item.ts';
import type { Vault } from '../vault/vault.ts';
import { saveFile } from './save-file.ts';

/** The plan for a hard moment names people, and is of level 2 as a whole. */
const isPrivate = (item: Item): boolean => item.kind === planKind || isPrivateRecord(item);

/**
 * The copy as it is written: what opens in plain; what does not open, letters before their day and the key that signs
 * packs, still sealed. What is private is left out unless it is wanted, and counted.
 */
export async function copyOf(
  vault: Vault,
  now: number,
  withPrivate: boolean,
): Promise<{ readonly copy: string; readonly leftOut: number }> {
  const rows = await vault.db.rec.toArray();
  const items = (await vault.openRows(rows)).filter(
    (item) =>
      item.kind !== signerKind && (item.kind !== entryKind || !isClosed(parseEntry(item), now)),
  );
  const opened = new Set(items.map(({ id }) => id));
  const alive = items.filter((item) => item.alive);
  const copied = alive.filter((item) => withPrivate || !isPrivate(item));
  const leftOut = alive.length - copied.length;
  const copy = JSON.stringify(
    {
      format: 'comma-copy',
      version: 1,
      saved: new Date(now).toISOString(),
      privateLeftOut: leftOut,
      records: copied.map(({ id, kind, fields, text }) => ({ id, kind, fields, text })),
      sealed: rows
        .filter(({ id }) => !opened.has(id))
        .map(({ wire, ct }) => ({ wire, ct: toBase64Url(ct) })),
    },
    null,
    2,
  );
  return { copy, leftOut };
}

/** Resolves to how many private records were left out. */
export async function saveCopy({ vault, ports }: Comma, withPrivate = false): Promise<number> {
  const { copy, leftOut } = await copyOf(vault, ports.clock.wall(), withPrivate);
  saveFile('comma-copy.json', copy);
  return leftOut;
}
