import type { Result } from '../kernel/result.ts';
import type { Change, WriteFailure } from './item.ts';
import { liveItems, type Live } from './live.svelte.ts';
import type { Readable } from './readable.ts';
import { settingsId, type SettingsFields } from './settings-record.ts';
import { recordView } from './view.ts';

/** Follows the settings and changes them. */
interface SettingsVault extends Readable {
  write(change: Change): Promise<Result<readonly { readonly lv: number }[], WriteFailure>>;
}

/** The person's settings as they lie in the vault; each feature reads and repairs its own fields. Or those of another record. */
export class SettingsState {
  readonly #vault: SettingsVault;
  readonly #record: { readonly id: string; readonly kind: string };
  readonly #kept: Live<{ readonly fields: SettingsFields; readonly lv: number }>;
  /** Set here, and not back from the vault before its version `lv`: a second change builds on the first. */
  #ahead = $state.raw<{ readonly fields: SettingsFields; readonly lv: number }>(nothingAhead);
  /** Changes are written in the order in which they were made. */
  #writing: Promise<unknown> = Promise.resolve();

  constructor(vault: SettingsVault, record = { id: settingsId, kind: 'settings' }) {
    this.#vault = vault;
    this.#record = record;
    this.#kept = liveItems(
      vault,
      [recordView(record.id)],
      ([kept]) => kept ?? nothingKept,
      nothingAhead,
    );
  }

  /** What is kept was read. */
  get known(): boolean {
    return this.#kept.current !== nothingAhead;
  }

  /** The same object until something changes. */
  get fields(): SettingsFields {
    const { fields } = this.#kept.current;
    const ahead = this.#stillAhead();
    return ahead === nothingAhead.fields ? fields : { ...fields, ...ahead };
  }

  async set(fields: SettingsFields): Promise<Result<unknown, WriteFailure>> {
    const ahead = { ...this.#stillAhead(), ...fields };
    const mine = { fields: ahead, lv: Infinity };
    this.#ahead = mine;
    const written = this.#writing.then(() => this.#vault.write({ ...this.#record, fields }));
    this.#writing = written.catch(() => undefined); // whoever waits for `written` hears of it
    const result = await written;
    if (this.#ahead === mine)
      this.#ahead = result.ok ? { fields: ahead, lv: result.value[0]?.lv ?? 0 } : nothingAhead;
    return result;
  }

  #stillAhead(): SettingsFields {
    return this.#kept.current.lv < this.#ahead.lv ? this.#ahead.fields : nothingAhead.fields;
  }
}

const nothingAhead = { fields: {}, lv: 0 };
const nothingKept = { ...nothingAhead };
