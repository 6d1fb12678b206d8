/** Somebody to be in step with: the extension on this computer, or a relay. Sees only sealed rows. */
import type { Bytes } from '../kernel/bytes.ts';
import type { Witness } from '../vault/marks.ts';

export type { Witness } from '../vault/marks.ts';

export interface PulledRow {
  readonly id: string;
  readonly seq: number;
  readonly rev: string;
  readonly ct: Bytes;
}

export type PullAnswer =
  | { readonly reset: true; readonly epoch: string }
  | {
      readonly reset: false;
      readonly epoch: string;
      readonly rows: readonly PulledRow[];
      readonly more: boolean;
      readonly seq: number;
      readonly wit: Witness | null;
    };

export interface PushItem {
  readonly id: string;
  /** The revision this change was made on; null for a row the peer is not known to have. */
  readonly base: string | null;
  readonly ct: Bytes;
}

export interface PushAnswer {
  readonly epoch: string;
  /** Items in neither list were refused and stay unsynced; trying again at once would not help. */
  readonly ok: readonly { readonly id: string; readonly rev: string }[];
  readonly conflicts: readonly { readonly id: string; readonly rev: string; readonly ct: Bytes }[];
  /**
   * The peer's counter before this push: when it equals our cursor, there is nothing to fetch up to `wit`.
   * Left out when the peer holds, up to there, something that these items do not.
   */
  readonly from?: number;
  readonly wit?: Witness;
}

export interface SyncPeer {
  /** Names the marks kept for this peer; two peers never share marks. */
  readonly name: string;
  /** Rows it takes in one push; 500 when it does not say (sync design, §3.5). */
  readonly batchRows?: number;
  /** `limit`: rows that are asked for at most; the peer's own number when it is left out. */
  pull(at: {
    readonly seq: number;
    readonly wit: Witness | null;
    readonly limit?: number | undefined;
  }): Promise<PullAnswer>;
  push(items: readonly PushItem[]): Promise<PushAnswer>;
  onChange(listener: () => void): () => void;
}
