import type { Result } from '../kernel/result.ts';
import type { WriteFailure } from './item.ts';
import { live, type Live } from './live.svelte.ts';
import { settingsId, type SettingsFields } from './settings-record.ts';
import type { Vault } from './vault.ts';

/** The person's settings as they lie in the vault; each feature reads and repairs its own fields. */
export class SettingsState {
  readonly #vault: Vault;
  readonly #kept: Live<{ readonly fields: SettingsFields; readonly lv: number }>;
  /** Set here, and not back from the vault before its version `lv`: a second change builds on the first. */
  #ahead = $state.raw<{ readonly fields: SettingsFields; readonly lv: number }>(nothingAhead);
  /** Changes are written in the order in which they were made. */
  #writing: Promise<unknown> = Promise.resolve();

  constructor(vault: Vault) {
    this.#vault = vault;
    this.#kept = live(
      () => vault.db.rec.where('id').equals(settingsId).toArray(),
      async (rows) => (await vault.openRows(rows))[0] ?? nothingAhead,
      nothingAhead,
    );
  }

  get fields(): SettingsFields {
    return { ...this.#kept.current.fields, ...this.#stillAhead() };
  }

  async set(fields: SettingsFields): Promise<Result<unknown, WriteFailure>> {
    const ahead = { ...this.#stillAhead(), ...fields };
    const mine = { fields: ahead, lv: Infinity };
    this.#ahead = mine;
    const written = this.#writing.then(() =>
      this.#vault.write({ id: settingsId, kind: 'settings', fields }),
    );
    this.#writing = written.catch(() => undefined); // whoever waits for `written` hears of it
    const result = await written;
    if (this.#ahead === mine)
      this.#ahead = result.ok ? { fields: ahead, lv: result.value[0]?.lv ?? 0 } : nothingAhead;
    return result;
  }

  #stillAhead(): SettingsFields {
    return this.#kept.current.lv < this.#ahead.lv ? this.#ahead.fields : {};
  }
}

const nothingAhead = { fields: {}, lv: 0 };
