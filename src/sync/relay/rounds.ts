/** Rounds with the relay of now, or with another one: one at a time in all windows, under the keys of then. */
import type { Random } from '../../kernel/random.ts';
import type { Result } from '../../kernel/result.ts';
import type { Bodies } from '../../vault/bodies.ts';
import { relayTokenOf } from '../../vault/keys.ts';
import { readRelay } from '../../vault/relay-setting.ts';
import type { Vault } from '../../vault/vault.ts';
import type { RoundFailure, RoundReport, syncRound } from '../engine.ts';
import { createVaultStore } from '../vault-store.ts';
import type { RelayAccess, RelayAddress } from './ask.ts';
import { RelayFailure } from './failure.ts';
import { createRelayPeer, type RelayOptions, type RelayPeer } from './peer.ts';

export interface RoundParts extends RelayOptions {
  readonly random: Random;
  /** Epoch milliseconds. */
  readonly wall: () => number;
  readonly bodies: () => Promise<Bodies>;
  /** Has something more to tell the relay after a round; when it cannot, a later round comes back to it. */
  readonly afterRound?: (access: RelayAccess) => Promise<void>;
  /** Runs it while no other window of this vault has a round: its marks belong to the whole journal. */
  readonly alone: <Outcome>(run: () => Promise<Outcome>) => Promise<Outcome>;
}

export type Ended = Result<RoundReport, RoundFailure>;

interface Met {
  readonly name: string;
  readonly access: RelayAccess;
  readonly peer: RelayPeer;
}

export class RelayRounds {
  readonly #vault: Vault;
  readonly #parts: RoundParts;
  readonly #onmerged: () => void;
  /** The peer under the keys and at the relay of now. */
  #met: Met | null = null;

  constructor(vault: Vault, parts: RoundParts, onmerged: () => void) {
    this.#vault = vault;
    this.#parts = parts;
    this.#onmerged = onmerged;
  }

  /** As last met. */
  get peer(): RelayPeer | null {
    return this.#met?.peer ?? null;
  }

  /** True when it is another one: the vault may have been joined elsewhere, or another relay chosen in another window. */
  async meet(): Promise<boolean> {
    const { db, keys } = this.#vault;
    const setting = await readRelay(db);
    const name = setting && JSON.stringify([keys.vault, setting.origin, setting.invite]);
    if ((this.#met?.name ?? null) === name) return false;
    const access = setting && (await this.#accessAt(setting));
    this.#met = access && { name: name ?? '', access, peer: createRelayPeer(access, this.#parts) };
    return true;
  }

  async tellMore(): Promise<void> {
    if (!this.#met) return;
    await this.#parts.afterRound?.(this.#met.access).catch((failure: unknown) => {
      if (!(failure instanceof RelayFailure)) throw failure;
    });
  }

  async peerAt(address: RelayAddress): Promise<RelayPeer> {
    return createRelayPeer(await this.#accessAt(address), this.#parts);
  }

  async #accessAt({ origin, invite }: RelayAddress): Promise<RelayAccess> {
    const { keys, seed } = this.#vault;
    const token = await relayTokenOf(seed, origin);
    return { origin, vault: keys.vault, token, ...(invite !== undefined && { invite }) };
  }

  /** Null when there is nobody to have it with, once it is this window's turn. */
  async exchange(
    run: typeof syncRound,
    peerNow: () => Promise<RelayPeer | null>,
  ): Promise<Ended | null> {
    const { alone, bodies, random, wall } = this.#parts;
    const vault = this.#vault;
    const done = await alone(async () => {
      await vault.reloadKeyring();
      const peer = await peerNow();
      if (!peer) return null;
      const store = createVaultStore(vault.db, vault.keys.vault);
      return run(peer, store, { keys: vault.keys, bodies: await bodies(), random, wall });
    });
    // What arrived before the relay said that it is full, or went away, is here all the same.
    if (done && (done.ok ? done.value : done.error.report).merged > 0) this.#onmerged();
    return done;
  }
}
