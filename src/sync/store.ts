/**
 * What sync needs of a vault: reads, and one compare-and-set commit. Merging happens between the two,
 * outside any transaction (WebCrypto is asynchronous), so a commit says which versions it was made on.
 */
import type { Bytes } from '../kernel/bytes.ts';
import type { Mark, PeerState } from '../vault/marks.ts';
import type { Row } from '../vault/row.ts';

export type { Mark, PeerState } from '../vault/marks.ts';

export interface Held {
  readonly row: Row | null;
  readonly mark: Mark | null;
}

/** A row as it is asked for. */
export interface Asked {
  readonly wire: string;
  /** The record's id; null while nobody can say it. To find such a row, all of them are gone through. */
  readonly id: string | null;
}

export interface SyncWrite {
  /** `lv` the merge was made on; null when the row did not exist. */
  readonly expect: number | null;
  /** Written with `lv` = ++counter, in the order given. */
  readonly row: Omit<Row, 'lv'>;
  /** `behind`: the peer lacks something we have, so the row stays dirty for it. */
  readonly mark: { readonly rev: string; readonly behind: boolean } | null;
}

export interface SyncCommit {
  readonly peer: string;
  readonly state: PeerState;
  readonly writes?: readonly SyncWrite[];
  /** A mark, here or on a write, means the peer's row was understood: it lifts that row's quarantine. */
  readonly marks?: readonly Mark[];
  /** Rows that did not open: kept aside, counted on the settings page, never deleted. */
  readonly quarantined?: readonly {
    readonly wire: string;
    readonly rev: string;
    readonly ct: Bytes;
  }[];
  /** Drops the marks of these rows, so that they are pushed again. */
  readonly unmark?: readonly string[];
  /** Drops every mark of this peer first: it was restored, wiped or replaced. */
  readonly forget?: boolean;
}

/** Above `after`, and up to and with `upTo`. */
export interface Versions {
  readonly after: number;
  readonly upTo: number;
}

export interface Committed {
  /** The version of the first row written; without writes it says nothing. */
  readonly first: number;
}

export interface SyncStore {
  readPeer(peer: string): Promise<PeerState>;
  /**
   * Aligned with `asked`. Without a peer no mark is looked for, and each is null; so is the mark of a row
   * that is not here.
   */
  readHeld(peer: string | null, asked: readonly Asked[]): Promise<Held[]>;
  /** Rows last changed in these versions, oldest change first, at most `limit`; without a peer, as above. */
  readChanged(peer: string | null, versions: Versions, limit: number): Promise<Held[]>;
  /** The vault's version counter now. */
  version(): Promise<number>;
  /** All of it in one transaction, or nothing and null when an expected version has moved on. */
  commit(change: SyncCommit): Promise<Committed | null>;
}
