/** The recovery kit of this journal on one screen, and whether the person has shown that it is written down. */
import { kitOf } from '../vault/kit.ts';
import { readRelay } from '../vault/relay-setting.ts';
import type { Comma } from './comma.svelte.ts';
import { isKitKept, kitKept } from './kit-asking.ts';

export class Kit {
  readonly #comma: Comma;
  /** Names the journal's key of now. */
  #key = $state('');
  #origin = $state<string | null>(null);

  constructor(comma: Comma) {
    const { vault, ports } = comma;
    this.#comma = comma;
    this.#key = vault.keys.vault;
    vault.onKeys(() => {
      if (!vault.isLocked) this.#key = vault.keys.vault;
    });
    void readRelay(vault.db).then((relay) => {
      this.#origin = relay && (ports.relay?.origin ?? relay.origin);
    });
  }

  get kept(): boolean {
    return isKitKept(this.#comma.settings.fields, this.#key);
  }

  /** Where a new device finds the app; null while no relay has the journal. */
  get origin(): string | null {
    return this.#origin;
  }

  letters(): Promise<string> {
    return kitOf(this.#comma.vault.seed);
  }

  /** `last`: its last four letters. Then it is taken for written down, on every device. */
  async confirm(last: string): Promise<'kept' | 'differs' | 'unkept'> {
    const letters = last.trim().toUpperCase();
    if (letters.length !== 4 || !(await this.letters()).endsWith(letters)) return 'differs';
    const { settings } = this.#comma;
    return this.#comma.kept(await settings.set(kitKept(this.#key))) ? 'kept' : 'unkept';
  }
}
