import type { Bodies } from './bodies.ts';
import { createRec, forgotten, purged, restored, withBody, withFields } from './edit-record.ts';
import type { Change } from './item.ts';
import type { Moment, Rec } from './record.ts';

/** Only words and tombstones look inside a body; fields alone never load Yjs. */
export const needsBodies = ({ text, fate }: Change): boolean =>
  text !== undefined || fate !== undefined;

/** The record as it is after the change; a new one when there was none. */
export function applied(
  current: Rec | null,
  change: Change,
  at: Moment,
  bodies: Bodies | null,
): Rec {
  let rec = current ?? createRec(change.id, change.kind);
  if (change.fields) rec = withFields(rec, change.fields, at);
  if (!bodies) return rec;
  if (change.text !== undefined) rec = withBody(rec, change.text, bodies);
  return change.fate ? fates[change.fate](rec, at, bodies) : rec;
}

const fates = {
  forget: forgotten,
  restore: restored,
  erase: (rec: Rec, at: Moment, bodies: Bodies): Rec => purged(forgotten(rec, at, bodies)),
};
