import { engineStateKey, type EngineState, type Moment } from '../features/pauses/engine-state.ts';
import { parseState } from '../features/pauses/parse-state.ts';
import type { Step } from '../features/pauses/step.ts';
import type { Vault } from '../vault/vault.ts';

/** A step that learned nothing is written this often at most. */
const quietMs = 30_000;

/** The engine's state between two events: what the engine says may wait is written when it has waited long enough. */
export class KeptState {
  readonly #vault: Vault;
  /** What the vault held when this context last looked, when it wrote there, and what became of it since. */
  #kept: { readonly mark: string; readonly at: number; readonly state: EngineState } | null = null;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  async read(at: Moment): Promise<{ state: EngineState; repaired: boolean }> {
    const stored = await this.#stored();
    // Another tab may have been there meanwhile, or someone who erased everything.
    if (this.#kept?.mark === markOf(stored)) return { state: this.#kept.state, repaired: false };
    return parseState(stored, at);
  }

  async write({ state, keep }: Step, { mono }: Moment): Promise<void> {
    const kept = this.#kept;
    if (kept && keep === 'soon' && mono - kept.at < quietMs) {
      this.#kept = { ...kept, state };
      return;
    }
    const stored = (await this.#put(state)) ? state : await this.#stored();
    this.#kept = { mark: markOf(stored), at: mono, state };
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

/** Every context stamps what it writes with its own name and clock; hundreds of prompts need not be compared. */
const markOf = (stored: unknown): string =>
  typeof stored === 'object' && stored !== null && 'seen' in stored
    ? JSON.stringify(stored.seen)
    : '';
