/** Keeps a vault in step with its relay: when to have a round, what came of the last one, and when to try again. */
import type { Random } from '../../kernel/random.ts';
import type { Bodies } from '../../vault/bodies.ts';
import { adoptSeed } from '../../vault/adopt.ts';
import { createSeed, relayTokenOf } from '../../vault/keys.ts';
import { putRelay, readRelay, type RelaySetting } from '../../vault/relay-setting.ts';
import type { Vault } from '../../vault/vault.ts';
import { createListeners } from '../listeners.ts';
import { audit, syncRound } from '../engine.ts';
import type { Schedule } from '../schedule.ts';
import { countUnsynced } from '../unsynced.ts';
import { createVaultStore } from '../vault-store.ts';
import type { Fetch, RelayAddress } from './ask.ts';
import { createRelayPeer, type RelayPeer } from './peer.ts';
import { relayTroubleOf, troubleOf, type RelayTrouble } from './trouble.ts';
import { auditIsDue, removed, settle } from './upkeep.ts';

/** Milliseconds after a change (sync design, §3.5): what is written in one breath travels together. */
const gatherMs = 2_000;
/** Milliseconds until a round that could not finish is tried again, at first and at last (chosen). */
const firstReturn = 5_000;
const slowestReturn = 300_000;
/** The same on a line that costs by the byte (chosen): one request for what is written in a while. */
const gatherSaving = 60_000;

export interface KeeperState {
  /** Null while this device uses no relay. */
  readonly origin: string | null;
  readonly working: boolean;
  /** Epoch milliseconds of the last complete round. */
  readonly lastOk: number | null;
  readonly trouble: RelayTrouble | null;
}

export interface KeeperParts {
  readonly fetch: Fetch;
  readonly schedule: Schedule;
  readonly random: Random;
  /** Epoch milliseconds. */
  readonly wall: () => number;
  readonly bodies: () => Promise<Bodies>;
  /** Whether the person asked the browser to spare their line: then nothing is exchanged that can wait. */
  readonly saving?: () => boolean;
  /** Runs it while no other window of this vault has a round: its marks belong to the whole journal. */
  readonly alone: <Outcome>(run: () => Promise<Outcome>) => Promise<Outcome>;
}

/** The peer under the keys and at the relay of now. */
interface Met {
  readonly name: string;
  readonly peer: RelayPeer;
}

export class RelayKeeper {
  readonly #vault: Vault;
  readonly #parts: KeeperParts;
  readonly #changed = createListeners();
  readonly #merged = createListeners();
  #state: KeeperState = { origin: null, working: false, lastOk: null, trouble: null };
  #met: Met | null = null;
  #stopListening: () => void = () => undefined;
  #attentive = false;
  #cancelRound: (() => void) | null = null;
  #pause = firstReturn;
  #rounds = 0;

  constructor(vault: Vault, parts: KeeperParts) {
    this.#vault = vault;
    this.#parts = parts;
    vault.onWrite(() => {
      this.poke(this.#saves() ? gatherSaving : gatherMs);
    });
  }

  #saves(): boolean {
    return this.#parts.saving?.() === true;
  }

  get state(): KeeperState {
    return this.#state;
  }

  readonly onState = this.#changed.add;

  /** Something written elsewhere has arrived. */
  readonly onMerged = this.#merged.add;

  /** Takes up the relay of the last time. */
  async recall(): Promise<void> {
    await this.#meet();
    this.poke(0);
  }

  /** From now on this one, or none; the journal stays as it is. */
  async use(setting: RelaySetting | null): Promise<void> {
    await putRelay(this.#vault.db, setting);
    this.#say({ trouble: null });
    await this.#meet();
  }

  /** Somebody looks at the page: then the relay may tell of news at once. */
  attend(attentive: boolean): void {
    this.#attentive = attentive;
    this.#listen();
    if (attentive) this.poke(0);
  }

  /** Asks for a round after so many milliseconds; an earlier one that waits stands for it. */
  poke(afterMs: number): void {
    if (this.#state.origin === null) return;
    // A change while the relay is away must not shorten the time it is given.
    if (afterMs > 0 && this.#cancelRound) return;
    this.#cancelRound?.();
    this.#cancelRound = this.#parts.schedule(() => {
      this.#cancelRound = null;
      void this.sync();
    }, afterMs);
  }

  /** What the relay's operator asks of those who come new. */
  async invite(code: string): Promise<boolean> {
    const setting = await readRelay(this.#vault.db);
    if (!setting) return false;
    await this.use({ ...setting, invite: code.trim() });
    return this.sync();
  }

  /** Whether a relay is there and holds this vault, or would take it in. Rejects with a {@link RelayFailure}. */
  async lookAt(address: RelayAddress): Promise<'held' | 'free'> {
    const { keys, seed } = this.#vault;
    const token = await relayTokenOf(seed, address.origin);
    return createRelayPeer({ ...address, vault: keys.vault, token }, this.#parts).look();
  }

  /** One round now. True when everything was fetched and everything was sent. */
  async sync(): Promise<boolean> {
    const due = auditIsDue(await readRelay(this.#vault.db), this.#parts.wall());
    return this.#round(due && !this.#saves() ? audit : syncRound);
  }

  /** Compares every row with the relay's and mends what differs. */
  check(): Promise<boolean> {
    return this.#round(audit);
  }

  /**
   * Gives the journal a new key, and another vault at the relay: whoever is not given it reads and writes nothing
   * more there. The former vault is deleted once all of the journal stands under the new key. False when it could
   * not begin or not end now; what has begun is ended by a later round.
   */
  async renew(): Promise<boolean> {
    const setting = await readRelay(this.#vault.db);
    // Everything the others have sent comes along, unless they deleted it: then there is nothing to fetch.
    if (!setting || !((await this.sync()) || this.#state.trouble === 'deleted')) return false;
    const { vault } = this.#vault.keys;
    const token = await relayTokenOf(this.#vault.seed, setting.origin);
    const former = [...(setting.former ?? []), { vault, token }];
    await putRelay(this.#vault.db, { ...setting, former });
    await this.#parts.alone(() => adoptSeed(this.#vault, createSeed(this.#parts.random)));
    return this.sync();
  }

  /** Deletes everything of this journal at the relay and uses none from now on. False when it could not be asked. */
  async remove(): Promise<boolean> {
    const met = await this.#meet();
    const failure = met && (await removed(met.peer));
    if (failure) this.#say({ trouble: relayTroubleOf(failure) });
    else await this.use(null);
    return !failure;
  }

  /** Rows the relay does not have yet as they are here. */
  async unsynced(): Promise<number> {
    const { db, keys } = this.#vault;
    const met = await this.#meet();
    return met ? countUnsynced(createVaultStore(db, keys.vault), met.peer.name) : 0;
  }

  async #round(run: typeof syncRound): Promise<boolean> {
    const { bodies, random, wall } = this.#parts;
    const vault = this.#vault;
    if (vault.readOnly) return false;
    this.#rounds++;
    this.#say({});
    try {
      const done = await this.#parts.alone(async () => {
        await vault.reloadKeyring();
        const met = await this.#meet();
        if (!met) return null;
        const store = createVaultStore(vault.db, vault.keys.vault);
        return run(met.peer, store, { keys: vault.keys, bodies: await bodies(), random, wall });
      });
      if (!done) return false;
      // What arrived before the relay said that it is full, or went away, is here all the same.
      if ((done.ok ? done.value : done.error.report).merged > 0) this.#merged.call();
      if (done.ok) {
        this.#pause = firstReturn;
        await this.#readLastOk();
        this.#say({ trouble: null });
        const { db, keys } = vault;
        const audited = run === audit;
        await settle({ db, vault: keys.vault, audited, wall: wall() }, this.#parts);
        return true;
      }
      const { trouble, wait } = troubleOf(done.error);
      this.#say({ trouble });
      this.#comeBack(wait);
      return false;
    } finally {
      this.#rounds--;
      this.#say({});
    }
  }

  #comeBack(wait: number | null): void {
    const [jitter = 0] = this.#parts.random(1);
    this.poke(wait ?? this.#pause * (0.5 + jitter / 512));
    this.#pause = Math.min(this.#pause * 2, slowestReturn);
  }

  /** The vault may have been joined elsewhere, or another relay chosen in another window. */
  async #meet(): Promise<Met | null> {
    const { db, keys, seed } = this.#vault;
    const setting = await readRelay(db);
    const name = setting && JSON.stringify([keys.vault, setting.origin, setting.invite]);
    if (this.#met?.name === name) return this.#met;
    this.#stopListening();
    this.#met = setting && {
      name: name ?? '',
      peer: createRelayPeer(
        {
          ...accessOf(setting),
          vault: keys.vault,
          token: await relayTokenOf(seed, setting.origin),
        },
        this.#parts,
      ),
    };
    this.#say({ origin: setting?.origin ?? null });
    await this.#readLastOk();
    this.#listen();
    return this.#met;
  }

  async #readLastOk(): Promise<void> {
    const { db, keys } = this.#vault;
    const name = this.#met?.peer.name;
    const known = name === undefined ? null : await createVaultStore(db, keys.vault).readPeer(name);
    this.#say({ lastOk: known?.lastOk ?? null });
  }

  #listen(): void {
    this.#stopListening();
    this.#stopListening = () => undefined;
    // A line that stays open costs, too.
    if (this.#attentive && this.#met && !this.#saves())
      this.#stopListening = this.#met.peer.onChange(() => {
        this.poke(0);
      });
  }

  #say(news: Partial<KeeperState>): void {
    this.#state = { ...this.#state, ...news, working: this.#rounds > 0 };
    this.#changed.call();
  }
}

const accessOf = ({ origin, invite }: RelaySetting): RelayAddress => ({
  origin,
  ...(invite !== undefined && { invite }),
});
