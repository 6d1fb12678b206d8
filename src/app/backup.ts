/** Saving a sealed backup, and opening one. Fetched with its screen. */
import { entryKind } from '../features/journal/entry.ts';
import { zoned } from '../kernel/civil-time.ts';
import type { Bytes } from '../kernel/bytes.ts';
import { err, type Result } from '../kernel/result.ts';
import type { FileKey, FileLook, Opened } from '../vault/backup/age-file.ts';
import {
  readBackup,
  writeBackup,
  type Backup,
  type BackupFailure,
} from '../vault/backup/backup.ts';
import { compareBackup, restoreBackup, type RestoreFailure } from '../vault/backup/restore.ts';
import { readFormerSeeds } from '../vault/former-seeds.ts';
import { seedOfKit } from '../vault/kit.ts';
import { secretOfSeed } from '../vault/seed-secret.ts';
import type { Vault } from '../vault/vault.ts';
import { isAlive } from '../vault/record.ts';
import type { AskAge } from './age.worker.ts';
import { noteBackup } from './backup-times.ts';
import type { Comma } from './comma.svelte.ts';
import { runWorker } from './run-worker.ts';
import { saveFile } from './save-file.ts';

const ask = <Answer>(asked: AskAge): Promise<Answer> => runWorker('age', asked);

/** What opens backups that are sealed for the recovery kit. */
export const kitKey = async ({ seed }: Pick<Vault, 'seed'>): Promise<FileKey> => ({
  type: 'secret',
  secret: await secretOfSeed(seed, 'backup'),
});

/** The same key as other age tools take it. */
export const identityOfKit = async ({ seed }: Vault): Promise<string> =>
  ask({ type: 'identity', secret: await secretOfSeed(seed, 'backup') });

/** Resolves to when it was made, in epoch milliseconds. */
export async function saveBackup({ vault, ports }: Comma, key: FileKey): Promise<number> {
  const now = ports.clock.wall();
  const file = await ask<Bytes>({ type: 'seal', plain: await writeBackup(vault, now), key });
  const day = zoned(now, ports.clock.zone()).toPlainDate().toString();
  saveFile(`comma-${day}.age`, file, 'application/octet-stream');
  if (!vault.readOnly) await noteBackup(vault.db, { saved: now });
  return now;
}

type Read =
  | { readonly type: 'read'; readonly backup: Backup }
  | { readonly type: 'closed'; readonly why: BackupFailure | 'other' | 'wrong' | 'damaged' };

export type Reading = Read | { readonly type: 'ask'; readonly for: 'passphrase' | 'key' };

const readingOf = (read: Result<Backup, BackupFailure>): Read =>
  read.ok ? { type: 'read', backup: read.value } : { type: 'closed', why: read.error };

/** Reads a file as far as it opens by itself: as this journal's own, or as one that was opened elsewhere. */
export async function readFile({ vault }: Comma, file: Bytes): Promise<Reading> {
  const look = await ask<FileLook>({ type: 'look', file });
  if (look === 'plain') return readingOf(readBackup(file));
  if (look === 'newer' || look === 'other') return { type: 'closed', why: look };
  if (look === 'passphrase') return { type: 'ask', for: 'passphrase' };
  for (const seed of [vault.seed, ...(await readFormerSeeds(vault.db))]) {
    const reading = await openBackup(file, await kitKey({ seed }));
    if (reading.type === 'read' || reading.why !== 'wrong') return reading;
  }
  return { type: 'ask', for: 'key' };
}

export async function openBackup(file: Bytes, key: FileKey): Promise<Read> {
  const opened = await ask<Opened>({ type: 'open', file, key });
  if (opened.type !== 'open') return { type: 'closed', why: opened.type };
  return readingOf(readBackup(opened.plain));
}

/** Of the letters of a kit, or of a key as age writes it; an error when they are neither. */
export async function keyTyped(typed: string): Promise<Result<FileKey, 'no-key'>> {
  const letters = typed.trim().toUpperCase();
  if (letters.startsWith('AGE-SECRET-KEY-'))
    return { ok: true, value: { type: 'identity', identity: letters } };
  const seed = await seedOfKit(typed);
  return seed ? { ok: true, value: await kitKey({ seed }) } : err('no-key');
}

/** What bringing it back would do, in numbers a person can judge. */
export interface Preview {
  readonly entries: Readonly<Record<'added' | 'changed' | 'same' | 'deleted', number>>;
  /** Settings, prompts and the history of pauses that are not here yet. */
  readonly others: number;
  /** Parts of the file that nobody here can read. */
  readonly unread: number;
}

/** Writes nothing. */
export async function preview({ vault }: Comma, backup: Backup): Promise<Preview> {
  const { records, closed } = await compareBackup(vault, backup);
  const entries = { added: 0, changed: 0, same: 0, deleted: 0 };
  let [others, unread] = [0, backup.strange + closed];
  for (const { rec, fate } of records) {
    if (fate === 'unreadable') unread += 1;
    else if (rec.kind === entryKind && isAlive(rec)) entries[fate] += 1;
    else if (fate === 'added' || fate === 'changed') others += 1;
  }
  return { entries, others, unread };
}

/** `deleted`: also what was deleted here since. */
export const bringBack = (
  { vault }: Comma,
  backup: Backup,
  deleted: boolean,
): Promise<Result<void, RestoreFailure>> => restoreBackup(vault, backup, { deleted });
