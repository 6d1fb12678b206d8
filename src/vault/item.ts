/** A record as features see it: opened, with plain values. */
import type { Bytes } from '../kernel/bytes.ts';
import type { Json } from '../kernel/json.ts';
import { isAlive, type Rec } from './record.ts';

export interface Item {
  readonly id: string;
  readonly kind: string;
  readonly lv: number;
  readonly fields: Readonly<Record<string, Json>>;
  readonly text: string;
  /** False once forgotten; the words may still be there to be brought back. */
  readonly alive: boolean;
}

/** One wish for one record. What is not named stays as it is. */
export interface Change {
  readonly id: string;
  readonly kind: string;
  readonly fields?: Readonly<Record<string, Json>>;
  readonly text?: string;
  /**
   * A body written on an earlier state of this record's: it is joined with what is there now, so that an
   * editor that was open for a while overwrites nobody.
   */
  readonly body?: Bytes;
  /** The place these words were drafted in: cleared in the same transaction. */
  readonly draft?: string;
  /** `forget` can be undone, `restore` undoes it, `erase` leaves no word behind. */
  readonly fate?: 'forget' | 'restore' | 'erase';
}

export type WriteFailure =
  | { readonly type: 'ReadOnly' }
  | { readonly type: 'StorageFull' }
  /** The row on disk does not open, so it is not overwritten. */
  | { readonly type: 'Unreadable'; readonly id: string };

export function itemOf(rec: Rec, lv: number): Item {
  const fields: Record<string, Json> = {};
  for (const [name, [value]] of Object.entries(rec.fields)) fields[name] = value;
  return { id: rec.id, kind: rec.kind, lv, fields, text: rec.text ?? '', alive: isAlive(rec) };
}

/** Only words and tombstones look inside a body; fields alone never load Yjs. */
export const needsBodies = ({ text, body, fate }: Change): boolean =>
  text !== undefined || body !== undefined || fate !== undefined;
