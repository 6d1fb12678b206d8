/** This device among the person's others: the relay that carries between them, and how far that has come. */
import { RelayKeeper } from '../sync/relay/keeper.ts';
import type { KeeperState } from '../sync/relay/keeper-state.ts';
import { bridgePeerName } from '../sync/bridge/channel.ts';
import { createVaultStore } from '../sync/vault-store.ts';
import { adoptSeed } from '../vault/adopt.ts';
import type { Bytes } from '../kernel/bytes.ts';
import type { Ports } from '../ports.ts';
import type { Vault } from '../vault/vault.ts';
import { alone } from './alone.ts';
import { relayParts } from './relay-parts.ts';
import { savesData } from './saves-data.ts';
import { comeAlong } from './come-along.ts';
import { DeviceList } from './device-list.svelte.ts';
import type { KnownDevice } from './device-records.ts';

export type { RelayTrouble } from '../sync/relay/trouble.ts';

export class Devices {
  readonly #vault: Vault;
  readonly #relay: Ports['relay'];
  readonly keeper: RelayKeeper;
  readonly list: DeviceList;
  #state = $state.raw<KeeperState>();
  #unsynced = $state(0);
  #bridged = $state(false);
  #reachable = $state.raw<readonly string[]>([]);
  #behind = $state.raw<readonly KnownDevice[]>([]);
  /** A screen says how it stands; nobody else needs the rows counted. */
  #followed = false;
  #leaving = false;

  constructor(vault: Vault, ports: Ports) {
    const { random, clock, bodies } = ports;
    this.#vault = vault;
    this.#relay = ports.relay;
    this.list = new DeviceList(vault, ports);
    this.keeper = new RelayKeeper(vault, {
      ...relayParts(vault, clock),
      random,
      bodies,
      saving: savesData,
      alone,
      reaches: async (origin) => (await this.#reached()).includes(origin),
    });
    this.#state = this.keeper.state;
    this.keeper.onState(() => {
      const before = this.#state?.working;
      this.#state = this.keeper.state;
      if (before === true && !this.keeper.state.working) void this.#roundEnded();
    });
    vault.onWrite(() => void this.#count());
    const attend = (): void => {
      this.keeper.attend(document.visibilityState === 'visible');
    };
    document.addEventListener('visibilitychange', attend);
    addEventListener('online', () => {
      this.keeper.poke(0);
    });
    void this.keeper.recall().then(attend);
  }

  get state(): KeeperState {
    return this.#state ?? this.keeper.state;
  }

  /** Rows that have not reached the relay. */
  get unsynced(): number {
    return this.#unsynced;
  }

  /** The journal's key is the extension's on this computer: only there can it be changed. */
  get bridged(): boolean {
    return this.#bridged;
  }

  /** Relays that this page may speak to. */
  get reachable(): readonly string[] {
    return this.#reachable;
  }

  /** Devices that have not come along since the journal was moved here. */
  get behind(): readonly KnownDevice[] {
    return this.#behind;
  }

  /** Keeps true what a screen says, until it calls what this returns. */
  follow(): () => void {
    this.#followed = true;
    void this.#look();
    return () => {
      this.#followed = false;
    };
  }

  async #reached(): Promise<readonly string[]> {
    const relay = this.#relay;
    return relay ? [relay.origin, ...(await relay.others())] : [];
  }

  async #look(): Promise<void> {
    this.#reachable = await this.#reached();
    const { db, keys } = this.#vault;
    const known = await createVaultStore(db, keys.vault).readPeer(bridgePeerName);
    this.#bridged = known.lastOk !== null;
    await this.#count();
  }

  /** Unites this journal with the one of this seed: nothing is replaced. */
  async join(seed: Bytes, origin: string): Promise<void> {
    await alone(() => adoptSeed(this.#vault, seed));
    await this.list.joined(origin);
    await this.keeper.choose({ origin });
    await this.keeper.sync();
  }

  /** Gives the journal a new key, so that a device hears nothing more, and takes that one off the list. */
  async remove(id: string | null): Promise<boolean> {
    const { vault: before } = this.#vault.keys;
    const done = await this.keeper.renew();
    // It may have begun and not ended; on the list stands whoever could still come.
    if (id !== null && this.#vault.keys.vault !== before) await this.list.forget(id);
    return done;
  }

  /** The others read that this one went, if the relay answers; it keeps all of its journal. */
  async leave(): Promise<void> {
    this.#leaving = true;
    const { here } = this.list;
    if (here !== '' && this.state.trouble === null && (await this.list.forget(here)))
      await this.keeper.sync();
    await this.keeper.use(null);
    this.#leaving = false;
  }

  async #roundEnded(): Promise<void> {
    if (!this.#leaving) this.#behind = (await comeAlong(this.keeper, this.list)) ?? this.#behind;
    await this.#count();
  }

  async #count(): Promise<void> {
    if (!this.#followed) return;
    this.#unsynced = this.state.origin === null ? 0 : await this.keeper.unsynced();
  }
}
