/** What the vault remembers of each peer it keeps in step with, so that sync can stop at any line. */

/** Proof that a peer still holds what it acknowledged: its counter and a token it gave for it. */
export interface Witness {
  readonly seq: number;
  readonly token: string;
}

export interface PeerState {
  readonly seq: number;
  readonly wit: Witness | null;
  /** One for each push acknowledged since the last fetch: that one was stored says nothing of another. */
  readonly unproven?: readonly Witness[] | undefined;
  /** Null before the first meeting. */
  readonly epoch: string | null;
  /** Every row with `lv` up to here is known clean for this peer; only later ones need a look. */
  readonly cleanTo: number;
  /** Epoch milliseconds of the last complete round; null before it. */
  readonly lastOk: number | null;
}

/** What a peer is known to hold of one row. The row is dirty for it while `row.lv > mark.lv`. */
export interface Mark {
  readonly wire: string;
  readonly rev: string;
  readonly lv: number;
}
