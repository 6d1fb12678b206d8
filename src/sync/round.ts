/** What one round of sync carries along: the peer's state as last committed, and what was done so far. */
import type { MergeTools } from './meet.ts';
import type { SyncPeer } from './peer.ts';
import type { PeerState, SyncCommit, SyncStore } from './store.ts';
import { isStorageFull } from '../vault/commit-rows.ts';

export interface SyncContext extends MergeTools {
  readonly wall: () => number;
}

export interface RoundReport {
  /** Rows the peer had that we had not seen in that form. */
  readonly pulled: number;
  /** Rows of ours that changed because of them. */
  readonly merged: number;
  readonly pushed: number;
  readonly quarantined: number;
  readonly conflicts: number;
}

export type SyncFailure =
  | { readonly type: 'Unreachable'; readonly cause: unknown }
  | { readonly type: 'StorageFull' }
  /** Others kept writing the same rows; nothing is lost, the next round goes on from here. */
  | { readonly type: 'Unsettled' };

/** Ends a round early; everything committed before stands. */
export class Stopped extends Error {
  readonly failure: SyncFailure;
  constructor(failure: SyncFailure) {
    super(failure.type);
    this.failure = failure;
  }
}

type Counts = { -readonly [Name in keyof RoundReport]: RoundReport[Name] };

export class Round {
  readonly peer: SyncPeer;
  readonly store: SyncStore;
  readonly context: SyncContext;
  /** Opens every row the peer returns, also those it is known to hold. */
  readonly verifying: boolean;
  readonly report: Counts = { pulled: 0, merged: 0, pushed: 0, quarantined: 0, conflicts: 0 };
  /** Rows whose version at the peer this app cannot read: pushing them again this round is in vain. */
  readonly unreadable = new Set<string>();
  state: PeerState;

  constructor(
    peer: SyncPeer,
    store: SyncStore,
    context: SyncContext,
    state: PeerState,
    verifying: boolean,
  ) {
    this.peer = peer;
    this.store = store;
    this.context = context;
    this.state = state;
    this.verifying = verifying;
  }

  pull(): ReturnType<SyncPeer['pull']> {
    const { seq, wit } = this.state;
    return this.peer.pull({ seq, wit }).catch(unreachable);
  }

  push(items: Parameters<SyncPeer['push']>[0]): ReturnType<SyncPeer['push']> {
    return this.peer.push(items).catch(unreachable);
  }

  /** False when a row has moved on; then nothing was written and the state is as before. */
  async commit(
    state: PeerState,
    change: Omit<SyncCommit, 'peer' | 'state'> = {},
  ): Promise<boolean> {
    const done = await this.store
      .commit({ peer: this.peer.name, state, ...change })
      .catch((failure: unknown) => {
        throw isStorageFull(failure) ? new Stopped({ type: 'StorageFull' }) : failure;
      });
    if (done) this.state = state;
    return done;
  }

  /** The peer was restored, wiped or replaced: what we believed about it is void. */
  async restart(epoch: string): Promise<void> {
    const { lastOk } = this.state;
    await this.commit({ seq: 0, wit: null, epoch, cleanTo: 0, lastOk }, { forget: true });
  }
}

function unreachable(cause: unknown): never {
  throw new Stopped({ type: 'Unreachable', cause });
}
