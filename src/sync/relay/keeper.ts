/** Keeps a vault in step with its relay: when to have a round, what came of the last one, and when to try again. */
import { adoptSeed } from '../../vault/adopt.ts';
import { createSeed, relayTokenOf } from '../../vault/keys.ts';
import { putRelay, readRelay, type RelaySetting } from '../../vault/relay-setting.ts';
import type { Vault } from '../../vault/vault.ts';
import { createListeners } from '../listeners.ts';
import { audit, syncRound } from '../engine.ts';
import { countUnsynced } from '../unsynced.ts';
import { createVaultStore } from '../vault-store.ts';
import type { RelayAddress } from './ask.ts';
import { noRelay, type KeeperState } from './keeper-state.ts';
import { follow, lookBack, move, tellFormer, type MoveParts } from './move.ts';
import { forgive, putOff } from './patience.ts';
import type { Standing } from './peer.ts';
import { putPlace, readPlace } from './place.ts';
import { RelayRounds, type RoundParts } from './rounds.ts';
import { relayTroubleOf, troubleOf, type RelayTrouble } from './trouble.ts';
import { auditIsDue, formerPlace, letGo, removed, settle } from './upkeep.ts';

/** Milliseconds after a change (sync design, §3.5): what is written in one breath travels together. */
const gatherMs = 2_000;
/** The same on a line that costs by the byte (chosen): one request for what is written in a while. */
const gatherSaving = 60_000;

export interface KeeperParts extends RoundParts {
  /** Whether the person asked the browser to spare their line: then nothing is exchanged that can wait. */
  readonly saving?: () => boolean;
  /** Whether this page may speak to a relay there at all; without it, it may. */
  readonly reaches?: (origin: string) => Promise<boolean>;
}

export class RelayKeeper {
  readonly #vault: Vault;
  readonly #parts: KeeperParts;
  readonly #changed = createListeners();
  readonly #merged = createListeners();
  #state = noRelay;
  readonly #rounds: RelayRounds;
  readonly #moving: MoveParts;
  #stopListening: () => void = () => undefined;
  #attentive = false;
  #cancelRound: (() => void) | null = null;
  #working = 0;
  /** The relay that was left may not have heard so yet: it is told once in this run, if it answers. */
  #untold = true;

  constructor(vault: Vault, parts: KeeperParts) {
    this.#vault = vault;
    this.#parts = parts;
    this.#rounds = new RelayRounds(vault, parts, () => {
      this.#merged.call();
    });
    const use = (setting: RelaySetting): Promise<void> => this.use(setting);
    this.#moving = { vault, rounds: this.#rounds, wall: parts.wall, use };
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

  /** The person says where it is to be: then a move of long ago says so no more. */
  async choose(setting: RelaySetting): Promise<void> {
    const place = await readPlace(this.#vault);
    if (place !== null && place !== setting.origin) await putPlace(this.#vault, setting.origin);
    await this.use(setting);
  }

  /**
   * Takes the journal to another relay; the other devices read it at the old one and come along. Null when it is
   * there, or why it stays where it is. The old relay deletes nothing before {@link letGo}.
   */
  async move(address: RelayAddress): Promise<RelayTrouble | null> {
    const trouble = await this.#atWork(() => move(this.#moving, address));
    if (trouble === null) await this.sync();
    return trouble;
  }

  /** Fetches what others have sent to the relay that was left since. False when it could not be asked now. */
  lookBack(): Promise<boolean> {
    return lookBack(this.#moving);
  }

  /** Deletes what still waits at a relay that was left. False when it could not be asked now. */
  async letGo(): Promise<boolean> {
    const done = await letGo(this.#vault.db, this.#parts);
    await this.#readStanding();
    return done;
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
  async lookAt(address: RelayAddress): Promise<Standing> {
    return (await this.#rounds.peerAt(address)).look();
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
    await this.#meet();
    if (!(await this.letGo())) return false;
    const { peer } = this.#rounds;
    const failure = peer && (await removed(peer));
    if (failure) this.#say({ trouble: relayTroubleOf(failure) });
    else await this.use(null);
    return !failure;
  }

  /** Rows the relay does not have yet as they are here. */
  async unsynced(): Promise<number> {
    const { db, keys } = this.#vault;
    await this.#meet();
    const { peer } = this.#rounds;
    return peer ? countUnsynced(createVaultStore(db, keys.vault), peer.name) : 0;
  }

  #round(run: typeof syncRound): Promise<boolean> {
    if (this.#vault.readOnly) return Promise.resolve(false);
    return this.#atWork(async () => {
      const done = await this.#rounds.exchange(run, async () => {
        await this.#meet();
        return this.#rounds.peer;
      });
      if (!done) return false;
      if (done.ok) await this.#ended(run === audit);
      else {
        const { trouble, wait } = troubleOf(done.error);
        this.#say({ trouble });
        await this.#comeBack(wait);
      }
      // Where the journal went may have been read before the relay went away.
      await this.#follow(done.ok);
      return done.ok;
    });
  }

  async #ended(audited: boolean): Promise<void> {
    const { db } = this.#vault;
    await forgive(db);
    this.#say({ trouble: null });
    if (this.#untold || audited) await tellFormer(this.#moving);
    this.#untold = false;
    const { vault } = this.#vault.keys;
    await settle({ db, vault, audited, wall: this.#parts.wall() }, this.#parts);
    await this.#readStanding();
    await this.#rounds.tellMore();
  }

  async #follow(told: boolean): Promise<void> {
    const place = await readPlace(this.#vault);
    const { origin } = this.#state;
    const isThere = place === null || origin === null || place === origin;
    this.#say({ elsewhere: isThere ? null : place });
    if (isThere || (await this.#parts.reaches?.(place)) === false) return;
    if (await follow(this.#moving, place, told)) this.poke(0);
    else await this.#comeBack(null);
  }

  async #atWork<Outcome>(work: () => Promise<Outcome>): Promise<Outcome> {
    this.#working++;
    this.#say({});
    try {
      return await work();
    } finally {
      this.#working--;
      this.#say({});
    }
  }

  async #comeBack(wait: number | null): Promise<void> {
    this.poke(await putOff(this.#vault.db, wait, this.#parts));
  }

  async #meet(): Promise<void> {
    if (!(await this.#rounds.meet())) return;
    const setting = await readRelay(this.#vault.db);
    this.#say({ origin: setting?.origin ?? null, elsewhere: null });
    await this.#readStanding();
    this.#listen();
  }

  async #readStanding(): Promise<void> {
    const { db, keys } = this.#vault;
    const name = this.#rounds.peer?.name;
    const known = name === undefined ? null : await createVaultStore(db, keys.vault).readPeer(name);
    this.#say({ lastOk: known?.lastOk ?? null, from: formerPlace(await readRelay(db)) });
  }

  #listen(): void {
    this.#stopListening();
    this.#stopListening = () => undefined;
    // A line that stays open costs, too.
    const { peer } = this.#rounds;
    if (this.#attentive && peer && !this.#saves())
      this.#stopListening = peer.onChange(() => {
        this.poke(0);
      });
  }

  #say(news: Partial<KeeperState>): void {
    this.#state = { ...this.#state, ...news, working: this.#working > 0 };
    this.#changed.call();
  }
}
