import { engineStateKey, type EngineState, type Moment } from '../features/pauses/engine-state.ts';
import { parseState } from '../features/pauses/parse-state.ts';
import type { Vault } from '../vault/vault.ts';

/** A heartbeat that learned nothing is written this often at most. */
const quietMs = 30_000;

/**
 * The engine's state between two events. It is written before anything is done about it; a heartbeat that
 * moved nothing but the clocks may wait, because a worker that dies then loses only that.
 */
export class KeptState {
  readonly #vault: Vault;
  /** What the vault held when this context last looked, when it wrote there, and what became of it since. */
  #kept: { readonly stored: string; readonly at: number; readonly state: EngineState } | null =
    null;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  async read(at: Moment): Promise<{ state: EngineState; repaired: boolean }> {
    const stored = await this.#stored();
    // Another tab may have been there meanwhile, or someone who erased everything.
    if (this.#kept?.stored === textOf(stored)) return { state: this.#kept.state, repaired: false };
    return parseState(stored, at);
  }

  /** `urgent`: something will be done because of it. */
  async write(state: EngineState, { mono }: Moment, urgent: boolean): Promise<void> {
    const kept = this.#kept;
    if (kept && !urgent && mono - kept.at < quietMs && isSame(kept.state, state)) {
      this.#kept = { ...kept, state };
      return;
    }
    const stored = (await this.#put(state)) ? state : await this.#stored();
    this.#kept = { stored: textOf(stored), at: mono, state };
  }

  async #stored(): Promise<unknown> {
    return (await this.#vault.db.meta.get(engineStateKey))?.value;
  }

  /** False where nothing can be written: a full disk, or a later Comma. The pauses go on from memory. */
  async #put(value: EngineState): Promise<boolean> {
    if (this.#vault.readOnly) return false;
    try {
      await this.#vault.db.meta.put({ key: engineStateKey, value });
      return true;
    } catch {
      return false; // the banner of whatever screen writes next says why
    }
  }
}

/** JSON has no text for what is not there. */
const textOf = (stored: unknown): string => (stored === undefined ? '' : JSON.stringify(stored));

/** Whether nothing but the clocks moved. */
function isSame(before: EngineState, after: EngineState): boolean {
  const { seen, through, promised } = before;
  return JSON.stringify({ ...after, seen, through, promised }) === JSON.stringify(before);
}
