import { contentFor } from '../content/index.ts';
import type { Content } from '../content/schema.ts';
import { PausesState } from '../features/pauses/pauses.svelte.ts';
import type { Result } from '../kernel/result.ts';
import type { Ports } from '../ports.ts';
import type { WriteFailure } from '../vault/item.ts';
import { live, type Live } from '../vault/live.svelte.ts';
import { SettingsState } from '../vault/settings.svelte.ts';
import { Vault } from '../vault/vault.ts';
import { vaultName } from './vault-name.ts';

/** Everything one page needs, made once: where the features meet. */
export class Comma {
  readonly ports: Ports;
  readonly vault: Vault;
  readonly content: Content;
  readonly settings: SettingsState;
  readonly pauses: PausesState;
  #trouble = $state<WriteFailure['type'] | null>(null);

  private constructor(ports: Ports, vault: Vault) {
    this.ports = ports;
    this.vault = vault;
    this.content = contentFor(ports.languages);
    this.settings = new SettingsState(vault);
    this.pauses = new PausesState(vault, this.settings, ports);
    this.#trouble = vault.readOnly ? 'ReadOnly' : null;
  }

  static async open(ports: Ports): Promise<Comma> {
    const { random, clock, writing, bodies } = ports;
    return new Comma(
      ports,
      await Vault.open({ name: vaultName, random, writing, bodies, wall: clock.wall }),
    );
  }

  /** How many rows of this vault, or of a peer, did not open. */
  unopened(): Live<number> {
    return live(
      () => this.vault.db.quar.count(),
      (count) => count,
      0,
    );
  }

  /** Why the last change could not be kept; a banner says it until a change goes through again. */
  get trouble(): WriteFailure['type'] | null {
    return this.#trouble;
  }

  /** True when the change was kept; otherwise the person's words stay where they are, on the screen. */
  kept(result: Result<unknown, WriteFailure>): boolean {
    this.#trouble = result.ok ? null : result.error.type;
    return result.ok;
  }
}
