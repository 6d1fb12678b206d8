import { parseRules } from '../features/pauses/rules-fields.ts';
import { promptViews } from '../features/pauses/prompt-rows.ts';
import { rowsOf } from '../vault/rows-of.ts';
import { readSettings } from '../vault/settings-record.ts';
import type { Vault } from '../vault/vault.ts';
import { keepWhileLocked } from './while-locked.ts';

type Parsed = ReturnType<typeof parseRules>;

/**
 * The rules as they lie in the vault, read anew only when something was written: hundreds of prompts
 * need not be parsed at every heartbeat, and the engine may remember what it worked out for each.
 */
export class KeptRules {
  readonly #vault: Vault;
  #read: { readonly version: number; readonly locked: boolean; readonly parsed: Parsed } | null =
    null;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  async current(): Promise<Parsed> {
    const version = await this.#vault.db.currentVersion();
    const { isLocked: locked } = this.#vault;
    if (this.#read?.version === version && this.#read.locked === locked) return this.#read.parsed;
    const rows = await rowsOf(this.#vault.db, promptViews);
    const [settings, prompts] = await Promise.all([
      readSettings(this.#vault),
      this.#vault.openRows(rows),
    ]);
    const parsed = parseRules(settings, prompts);
    // What changed may have been words of the journal: then every prompt is still the very one it was.
    const same = this.#read && JSON.stringify(this.#read.parsed) === JSON.stringify(parsed);
    const kept = same && this.#read ? this.#read.parsed : parsed;
    this.#read = { version, locked, parsed: kept };
    if (this.#vault.lockKey) await keepWhileLocked(this.#vault);
    return kept;
  }
}

/** Resolves once the settings are known: before that, what nobody chose and what was not read look alike. */
export async function settingsRead(vault: Vault): Promise<void> {
  await readSettings(vault);
}
