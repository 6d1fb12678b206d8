import type { Result } from '../kernel/result.ts';
import type { WriteFailure } from './item.ts';
import { live, type Live } from './live.svelte.ts';
import { settingsId, type SettingsFields } from './settings-record.ts';
import type { Vault } from './vault.ts';

/** The person's settings as they lie in the vault; each feature reads and repairs its own fields. */
export class SettingsState {
  readonly #vault: Vault;
  readonly #fields: Live<SettingsFields>;

  constructor(vault: Vault) {
    this.#vault = vault;
    this.#fields = live(
      () => vault.db.rec.where('id').equals(settingsId).toArray(),
      async (rows) => (await vault.openRows(rows))[0]?.fields ?? {},
      {},
    );
  }

  get fields(): SettingsFields {
    return this.#fields.current;
  }

  set(fields: SettingsFields): Promise<Result<unknown, WriteFailure>> {
    return this.#vault.write({ id: settingsId, kind: 'settings', fields });
  }
}
