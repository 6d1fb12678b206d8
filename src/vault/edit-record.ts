/** Changes to one record, each a new value: stamps only ever rise, so sync can order them. */
import type { Json } from '../kernel/json.ts';
import type { Bodies } from './bodies.ts';
import { erased, isErased, settled } from './merge.ts';
import { isAlive, type Moment, type Rec, type Register } from './record.ts';
import { joinStateVectors, parseStateVector, serialiseStateVector } from './state-vector.ts';

export const createRec = (id: string, kind: string): Rec => ({ id, kind, fields: {} });

/**
 * Values that stay the same keep their stamp: another device's edit of them is not overruled. An erased
 * record takes none until it is restored.
 */
export function withFields(rec: Rec, values: Readonly<Record<string, Json>>, at: Moment): Rec {
  if (isErased(rec)) return rec;
  const fields = new Map(Object.entries(rec.fields));
  for (const [name, value] of Object.entries(values)) {
    const old = fields.get(name);
    if (old && JSON.stringify(old[0]) === JSON.stringify(value)) continue;
    const register: Register = [value, Math.max(at.wall, (old?.[1] ?? -1) + 1), at.tie];
    fields.set(name, register);
  }
  return { ...rec, fields: Object.fromEntries(fields) };
}

/** Writing into a forgotten record brings it back: its tombstone has not seen these words. */
export function withBody(rec: Rec, text: string, bodies: Bodies): Rec {
  return settled({ ...rec, ...bodies.write(rec.body, text) }, bodies);
}

const above = (wall: number, ...stamps: readonly (number | undefined)[]): number =>
  Math.max(wall, ...stamps.map((stamp) => (stamp ?? -1) + 1));

export function forgotten(rec: Rec, at: Moment, bodies: Bodies): Rec {
  // An erasure that was outlived must not reach this later delete, which can still be undone.
  const outlived = isAlive(rec) && rec.purged !== undefined ? restored(rec, at, bodies) : rec;
  const stamp = above(at.wall, outlived.tombstone?.[0], outlived.restored?.[0]);
  const seen = joinStateVectors(
    parseStateVector(bodies.seen(outlived.body)),
    outlived.tombstone ? parseStateVector(outlived.tombstone[2]) : new Map<number, number>(),
  );
  return settled({ ...outlived, tombstone: [stamp, at.tie, serialiseStateVector(seen)] }, bodies);
}

/** Takes a delete back. A record that was never forgotten stays as it is. */
export function restored(rec: Rec, at: Moment, bodies: Bodies): Rec {
  if (!rec.tombstone) return rec;
  const stamp = above(at.wall, rec.tombstone[0], rec.restored?.[0], rec.purged);
  return settled({ ...rec, restored: [stamp, at.tie] }, bodies);
}

/** Drops all content for good, on every device that has no unseen words. A living record stays as it is. */
export function purged(rec: Rec): Rec {
  if (isAlive(rec) || !rec.tombstone) return rec;
  return erased({ ...rec, purged: Math.max(rec.tombstone[0], rec.purged ?? -1) });
}
