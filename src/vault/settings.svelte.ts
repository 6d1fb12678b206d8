import type { Json } from '../kernel/json.ts';
import type { Result } from '../kernel/result.ts';
import type { WriteFailure } from './item.ts';
import { live, type Live } from './live.svelte.ts';
import type { Vault } from './vault.ts';

export type SettingsFields = Readonly<Record<string, Json>>;

/** One record holds every setting, each in a field of its own, so two devices may change two at once. */
const id = 'settings';

/** The person's settings as they lie in the vault; each feature reads and repairs its own fields. */
export class SettingsState {
  readonly #vault: Vault;
  readonly #fields: Live<SettingsFields>;

  constructor(vault: Vault) {
    this.#vault = vault;
    this.#fields = live(
      () => vault.db.rec.where('id').equals(id).toArray(),
      async (rows) => (await vault.openRows(rows))[0]?.fields ?? {},
      {},
    );
  }

  get fields(): SettingsFields {
    return this.#fields.current;
  }

  set(fields: SettingsFields): Promise<Result<unknown, WriteFailure>> {
    return this.#vault.write({ id, kind: 'settings', fields });
  }
}

export async function readSettings(vault: Vault): Promise<SettingsFields> {
  return (await vault.read(id))?.fields ?? {};
}
