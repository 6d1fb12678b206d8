/** The person's devices as a screen follows them. */
import { liveItems, type Live } from '../vault/live.svelte.ts';
import type { Vault } from '../vault/vault.ts';
import {
  DeviceRecords,
  devicesView,
  knownIn,
  type DevicePorts,
  type KnownDevice,
} from './device-records.ts';

export class DeviceList extends DeviceRecords {
  readonly #kept: Live<readonly KnownDevice[]>;
  #here = $state('');

  constructor(vault: Vault, ports: DevicePorts) {
    super(vault, ports);
    this.#kept = liveItems(vault, [devicesView], (items) => items.flatMap(knownIn), []);
  }

  /** This one first, then those that were here last. */
  get all(): readonly KnownDevice[] {
    const rank = ({ id, seen }: KnownDevice): number => (id === this.#here ? Infinity : seen);
    return this.#kept.current.toSorted((a, b) => rank(b) - rank(a));
  }

  /** The id of this device; empty until it is known. */
  get here(): string {
    return this.#here;
  }

  override async note(at: string): Promise<void> {
    if (this.vault.readOnly) return;
    this.#here = await this.ownId();
    await super.note(at);
  }
}
