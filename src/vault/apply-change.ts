import type { Bytes } from '../kernel/bytes.ts';
import type { Bodies } from './bodies.ts';
import { createRec, forgotten, purged, restored, withBody, withFields } from './edit-record.ts';
import type { Change } from './item.ts';
import { join } from './merge.ts';
import type { Moment, Rec } from './record.ts';

/** The record as it is after the change; a new one when there was none. */
export function applied(
  current: Rec | null,
  change: Change,
  at: Moment,
  bodies: Bodies | null,
): Rec {
  let rec = current ?? createRec(change.id, change.kind);
  // Words first: they bring a forgotten record back, and an erased one takes no field before that.
  if (bodies && change.body) rec = withJoinedBody(rec, change.body, bodies);
  if (bodies && change.text !== undefined) rec = withBody(rec, change.text, bodies);
  if (change.fields) rec = withFields(rec, change.fields, at);
  return bodies && change.fate ? fates[change.fate](rec, at, bodies) : rec;
}

const withJoinedBody = (rec: Rec, body: Bytes, bodies: Bodies): Rec =>
  join(rec, { ...createRec(rec.id, rec.kind), body, text: bodies.read(body) }, bodies);

const fates = {
  forget: forgotten,
  restore: restored,
  erase: (rec: Rec, at: Moment, bodies: Bodies): Rec => purged(forgotten(rec, at, bodies)),
};
