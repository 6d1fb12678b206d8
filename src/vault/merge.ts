/**
 * Joining two versions of one record: commutative, associative and idempotent, so that devices that
 * have seen the same changes hold the same record in whatever order they met.
 */
import type { Json } from '../kernel/json.ts';
import type { Bodies } from './bodies.ts';
import type { Rec, Register, Tombstone } from './record.ts';
import {
  joinStateVectors,
  parseStateVector,
  reaches,
  serialiseStateVector,
} from './state-vector.ts';

/** A tombstone deletes only what its writer had seen: a word they had not brings the record back. */
function isGone(rec: Rec, bodies: Bodies): boolean {
  if (!rec.tombstone || (rec.restored && rec.restored[0] > rec.tombstone[0])) return false;
  return !bodies.holdsUnseen(rec.body, rec.tombstone[2]);
}

/** Its content was dropped for good and nothing brought it back since. */
export const isErased = (rec: Rec): boolean =>
  rec.gone === true && rec.purged !== undefined && (rec.restored?.[0] ?? -1) < rec.purged;

/** The record with its derived parts settled, and without content if it was erased for good. */
export function settled(rec: Rec, bodies: Bodies): Rec {
  const { gone, ...living } = rec;
  if (!isGone(rec, bodies)) return gone ? living : rec;
  const forgotten: Rec = { ...living, gone: true };
  return isErased(forgotten) ? erased(forgotten) : forgotten;
}

/** What stays of a forgotten record when its content goes: enough to outlive stale copies. */
export function erased({ id, kind, tombstone, restored, purged }: Rec): Rec {
  return {
    id,
    kind,
    fields: {},
    ...(tombstone && { tombstone }),
    ...(restored && { restored }),
    ...(purged !== undefined && { purged }),
    gone: true,
  };
}

type Stamped = readonly [stamp: number, tie: string];

const isLater = (a: Stamped, b: Stamped): boolean => (a[0] === b[0] ? a[1] > b[1] : a[0] > b[0]);

const later = <S extends Stamped>(a: S | undefined, b: S | undefined): S | undefined =>
  a && b ? (isLater(b, a) ? b : a) : (a ?? b);

function isNewer(a: Register, b: Register): boolean {
  if (a[1] !== b[1]) return a[1] > b[1];
  if (a[2] !== b[2]) return a[2] > b[2];
  // One run of the app wrote twice in one millisecond; any fixed order will do.
  return JSON.stringify(a[0]) > JSON.stringify(b[0]);
}

const isGreater = (a: Json, b: Json): boolean => JSON.stringify(a) > JSON.stringify(b);

type Named<Value> = Readonly<Record<string, Value>>;

/** By way of maps: a part named `__proto__` is a name like any other. */
function joinNamed<V>(a: Named<V>, b: Named<V>, wins: (x: V, y: V) => boolean): Named<V> {
  const joined = new Map(Object.entries(a));
  for (const [name, value] of Object.entries(b)) {
    const mine = joined.get(name);
    if (mine === undefined || wins(value, mine)) joined.set(name, value);
  }
  return Object.fromEntries(joined);
}

function includesNamed<V>(a: Named<V>, b: Named<V>, wins: (x: V, y: V) => boolean): boolean {
  const mine = new Map(Object.entries(a));
  return Object.entries(b).every(([name, value]) => {
    const held = mine.get(name);
    return held !== undefined && !wins(value, held);
  });
}

function joinTombstones(a: Tombstone | undefined, b: Tombstone | undefined): Tombstone | undefined {
  if (!a || !b) return a ?? b;
  const [stamp, tie] = isLater([b[0], b[1]], [a[0], a[1]]) ? b : a;
  const seen = joinStateVectors(parseStateVector(a[2]), parseStateVector(b[2]));
  return [stamp, tie, serialiseStateVector(seen)];
}

function joinBodies(a: Rec, b: Rec, bodies: Bodies): Pick<Rec, 'body' | 'text'> {
  const keep = ({ body, text }: Rec): Pick<Rec, 'body' | 'text'> => ({
    ...(body && { body }),
    ...(text !== undefined && { text }),
  });
  if (!b.body || (a.body && bodies.covers(a.body, b.body))) return keep(a);
  if (!a.body || bodies.covers(b.body, a.body)) return keep(b);
  const body = bodies.merge(a.body, b.body);
  return { body, text: bodies.read(body) };
}

type Fate = Pick<Rec, 'tombstone' | 'restored' | 'purged'>;

/**
 * A copy from before an erasure that knows no word beyond it: what it holds was erased for good, also where
 * somebody has written under the same name again since.
 */
const isOutlived = (rec: Rec, { tombstone, restored, purged }: Fate, bodies: Bodies): boolean =>
  tombstone !== undefined &&
  purged !== undefined &&
  (rec.purged ?? -1) < purged &&
  (restored?.[0] ?? -1) < purged &&
  !bodies.holdsUnseen(rec.body, tombstone[2]);

function withoutContent({ id, kind, extra }: Rec): Rec {
  return { id, kind, fields: {}, ...(extra && { extra }) };
}

/** Both versions of one record as one; the ids are the same. */
export function join(one: Rec, other: Rec, bodies: Bodies): Rec {
  const fate = joinFates(one, other);
  const [a, b] = [one, other].map((rec) =>
    isOutlived(rec, fate, bodies) ? withoutContent(rec) : rec,
  ) as [Rec, Rec];
  const extra = joinNamed(a.extra ?? {}, b.extra ?? {}, isGreater);
  return settled(
    {
      id: a.id,
      kind: a.kind > b.kind ? a.kind : b.kind,
      fields: joinNamed(a.fields, b.fields, isNewer),
      ...joinBodies(a, b, bodies),
      ...fate,
      ...(Object.keys(extra).length > 0 && { extra }),
    },
    bodies,
  );
}

function joinFates(a: Rec, b: Rec): Fate {
  const tombstone = joinTombstones(a.tombstone, b.tombstone);
  const restored = later(a.restored, b.restored);
  const purged = Math.max(a.purged ?? -1, b.purged ?? -1);
  return {
    ...(tombstone && { tombstone }),
    ...(restored && { restored }),
    ...(purged >= 0 && { purged }),
  };
}

/** Whether `a` already has everything of `b`: joining them would leave `a` as it is. */
export function includes(a: Rec, b: Rec, bodies: Bodies): boolean {
  if (b.kind > a.kind || (b.purged ?? -1) > (a.purged ?? -1)) return false;
  if (b.restored && (!a.restored || isLater(b.restored, a.restored))) return false;
  if (b.tombstone) {
    if (!a.tombstone) return false;
    const [mine, theirs] = [a.tombstone, b.tombstone];
    if (isLater([theirs[0], theirs[1]], [mine[0], mine[1]])) return false;
    if (!reaches(parseStateVector(mine[2]), parseStateVector(theirs[2]))) return false;
  }
  // What was erased counts as held, as long as the one who erased it had seen it.
  if (isErased(a) && a.tombstone) return !bodies.holdsUnseen(b.body, a.tombstone[2]);
  if (isOutlived(b, a, bodies)) return includesNamed(a.extra ?? {}, b.extra ?? {}, isGreater);
  return (
    includesNamed(a.fields, b.fields, isNewer) &&
    includesNamed(a.extra ?? {}, b.extra ?? {}, isGreater) &&
    (!b.body || (a.body !== undefined && bodies.covers(a.body, b.body)))
  );
}
