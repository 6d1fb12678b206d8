import type { Result } from '../kernel/result.ts';
import type { Ahead } from './ahead.svelte.ts';
import type { Item, WriteFailure } from './item.ts';
import { settingsId, type SettingsFields } from './settings-record.ts';
import { recordView } from './view.ts';

/** The person's settings as they lie in the vault; each feature reads and repairs its own fields. Or those of another record. */
export class SettingsState {
  readonly #ahead: Ahead;
  readonly #record: { readonly id: string; readonly kind: string };
  readonly #kept: { readonly current: readonly Item[] };

  constructor(ahead: Ahead, record = { id: settingsId, kind: 'settings' }) {
    this.#ahead = ahead;
    this.#record = record;
    this.#kept = ahead.follow([recordView(record.id)], nothingKnown);
  }

  /** What is kept was read. */
  get known(): boolean {
    return this.#kept.current !== nothingKnown;
  }

  /** The same object until something changes. */
  get fields(): SettingsFields {
    return this.#kept.current[0]?.fields ?? nothingSet;
  }

  set(fields: SettingsFields): Promise<Result<unknown, WriteFailure>> {
    return this.#ahead.write({ ...this.#record, fields });
  }
}

const nothingKnown: readonly Item[] = [];
const nothingSet: SettingsFields = {};
