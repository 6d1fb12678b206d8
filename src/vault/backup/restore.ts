/**
 * Bringing a backup back: its records are joined with those that are here, as if another device had brought
 * them. Nothing is replaced, and doing it again changes nothing.
 */
import { err, ok, type Result } from '../../kernel/result.ts';
import type { Bodies } from '../bodies.ts';
import { commitRows } from '../commit-rows.ts';
import { restored } from '../edit-record.ts';
import { meetRec } from '../meet-record.ts';
import { openRow } from '../open-row.ts';
import { isAlive, type Moment, type Rec } from '../record.ts';
import type { Row } from '../row.ts';
import { rowOf } from '../seal-row.ts';
import type { Vault } from '../vault.ts';
import type { Backup } from './backup.ts';

/** What becomes of one record of the backup. `deleted`: it was deleted here, and stays so unless asked for. */
export type Fate = 'added' | 'changed' | 'same' | 'deleted' | 'unreadable';

export interface Restoring {
  readonly rec: Rec;
  readonly fate: Fate;
}

export interface Comparison {
  readonly records: readonly Restoring[];
  /** Rows that did not open when the backup was made, and do not open by the keys of now. */
  readonly closed: number;
}

interface Step extends Restoring {
  readonly before: Row | undefined;
  /** Null when the row stays as it is. */
  readonly becomes: Rec | null;
}

export interface RestoreChoice {
  /** Also what was deleted here since the backup. */
  readonly deleted: boolean;
}

export type RestoreFailure =
  | 'read-only'
  /** What is here already stays; the same again with more room finishes it. */
  | 'full';

/** Chosen: a step that is felt by nobody, and a transaction that is soon over. */
const batch = 500;
/** Somebody typing into the same rows saves about once a second. */
const attempts = 20;

/** Every record of it that opens: those that were sealed when it was made are tried with the keys of now. */
async function recsOf(vault: Vault, { records, sealed }: Backup): Promise<Rec[]> {
  const opened = await Promise.all(sealed.map((row) => openRow(vault.keys, row)));
  return [...records, ...opened.flatMap((each) => (each.ok ? [each.value] : []))];
}

/** What bringing it back would do, record by record. Writes nothing. */
export async function compareBackup(vault: Vault, backup: Backup): Promise<Comparison> {
  const bodies = await vault.setup.bodies();
  const recs = await recsOf(vault, backup);
  const records: Restoring[] = [];
  for (const part of partsOf(recs)) {
    const steps = await stepsOf(vault, part, bodies, null);
    records.push(...steps.map(({ rec, fate }) => ({ rec, fate })));
  }
  return { records, closed: backup.records.length + backup.sealed.length - recs.length };
}

export async function restoreBackup(
  vault: Vault,
  backup: Backup,
  { deleted }: RestoreChoice,
): Promise<Result<void, RestoreFailure>> {
  if (vault.readOnly) return err('read-only');
  const bodies = await vault.setup.bodies();
  try {
    for (const part of partsOf(await recsOf(vault, backup))) {
      const at = deleted ? { wall: vault.setup.wall(), tie: vault.tie } : null;
      if (!(await write(vault, part, bodies, at))) return err('full');
    }
  } finally {
    vault.announce();
  }
  return ok(undefined);
}

/** One record twice, of a changed file, goes into two parts: one commit holds a row once. */
function partsOf(recs: readonly Rec[]): Rec[][] {
  let part = new Map<string, Rec>();
  const parts = [part];
  for (const rec of recs) {
    if (part.size >= batch || part.has(rec.id)) {
      part = new Map();
      parts.push(part);
    }
    part.set(rec.id, rec);
  }
  return parts.map((each) => [...each.values()]);
}

/** False when there is no room. */
async function write(
  vault: Vault,
  recs: readonly Rec[],
  bodies: Bodies,
  at: Moment | null,
): Promise<boolean> {
  const { db, setup } = vault;
  for (let attempt = 0; attempt < attempts; attempt++) {
    const { keys } = vault;
    const steps = await stepsOf(vault, recs, bodies, at);
    const changed = steps.flatMap(({ becomes, before }) => (becomes ? [{ becomes, before }] : []));
    if (changed.length === 0) return true;
    const rows = await Promise.all(changed.map((each) => rowOf(keys, each.becomes, setup.random)));
    const before = changed.map((each) => each.before);
    const { type } = await commitRows(db, keys.vault, before, rows, []);
    if (type === 'done') return true;
    if (type === 'full') return false;
    if (type === 'rekeyed') await vault.reloadKeyring();
  }
  throw new Error(`Rows changed ${attempts} times while a backup was brought back`);
}

/** `at`: deleted ones come back, by a delete that is taken back then. */
async function stepsOf(
  vault: Vault,
  recs: readonly Rec[],
  bodies: Bodies,
  at: Moment | null,
): Promise<Step[]> {
  const rows = await vault.db.rec.bulkGet(recs.map(({ id }) => id));
  return Promise.all(
    recs.map(async (rec, index): Promise<Step> => {
      const before = rows[index];
      const step = (fate: Fate, becomes: Rec | null): Step => ({ rec, before, fate, becomes });
      try {
        const met = await meetRec(before, rec, vault.keys, bodies);
        if (!met) return step('unreadable', null);
        const here = before && (await vault.openRec(before));
        const now = met.becomes ?? here;
        // A union gives; what lives here goes by the person's own delete alone.
        if (here && isAlive(here) && now && !isAlive(now)) return step('same', null);
        if (here && isAlive(rec) && now && !isAlive(now)) {
          // An erasure leaves nothing to come back to: what it took is given anew.
          const back =
            at &&
            (await meetRec(before, restored(withFateOf(rec, now), at, bodies), vault.keys, bodies));
          return step('deleted', back ? back.becomes : met.becomes);
        }
        if (!met.becomes) return step('same', null);
        return step(before ? 'changed' : 'added', met.becomes);
      } catch {
        return step('unreadable', null); // a body that is not one throws
      }
    }),
  );
}

/** The backup's record as one that knows it was deleted, so that taking the delete back is later than it. */
function withFateOf(rec: Rec, { tombstone, restored: back, purged }: Rec): Rec {
  return {
    ...rec,
    ...(tombstone && { tombstone }),
    ...(back && { restored: back }),
    ...(purged !== undefined && { purged }),
  };
}
