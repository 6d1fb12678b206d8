import type { Result } from '../../kernel/result.ts';
import { Autosave } from '../../vault/autosave.ts';
import { keepDraft, readDraft } from '../../vault/draft-box.ts';
import type { WriteFailure } from '../../vault/item.ts';
import { onChange } from '../../vault/on-change.ts';
import type { Vault } from '../../vault/vault.ts';
import { onLeaving } from '../../ui/leaving.ts';
import {
  leftAfter,
  nothingWritten,
  parseWritten,
  serialiseWritten,
  type Written,
} from './written.ts';

/** Where something can be written before it is an entry; each place has one draft on this device. */
export type DraftPlace = 'note' | 'entry:new' | 'pause';

/** What is being written at one place, in every window that shows it, and still there after a crash. */
export class DraftState {
  readonly place: DraftPlace;
  readonly #vault: Vault;
  readonly #autosave: Autosave<{ readonly written: Written; readonly edits: number }>;
  #value = $state.raw(nothingWritten);
  /** How often something was typed here, and how much of that is in the vault. */
  #edits = 0;
  #saved = 0;

  constructor(
    vault: Vault,
    place: DraftPlace,
    heard: (result: Result<unknown, WriteFailure>) => unknown = () => undefined,
  ) {
    this.place = place;
    this.#vault = vault;
    this.#autosave = new Autosave(async ({ written, edits }) => {
      const result = await keepDraft(vault, place, serialiseWritten(written));
      heard(result);
      if (result.ok) this.#saved = edits;
    });
  }

  get value(): Written {
    return this.#value;
  }

  edit(change: Partial<Written>): void {
    this.#value = { ...this.#value, ...change };
    this.#edits++;
    this.#autosave.edit({ written: this.#value, edits: this.#edits });
  }

  /** Saves now what is not in the vault, and what an earlier try could not put there. */
  flush(): Promise<void> {
    const edits = this.#edits;
    if (edits !== this.#saved) this.#autosave.edit({ written: this.#value, edits });
    return this.#autosave.flush();
  }

  /** What another window, or this one before it closed, left here; what is typed meanwhile stands. */
  async follow(): Promise<void> {
    const edits = this.#edits;
    const kept = parseWritten(await readDraft(this.#vault, this.place));
    if (edits === this.#edits && edits === this.#saved) this.#value = kept;
  }

  /** Follows the place until the returned function is called, and saves when the page may go. */
  watch(): () => void {
    const stopFollowing = onChange(
      () => this.#vault.db.draft.get(this.place),
      () => void this.follow(),
    );
    const stopSaving = onLeaving(() => void this.flush());
    return () => {
      stopFollowing();
      stopSaving();
      void this.flush();
    };
  }

  /**
   * Hands what is written to `keep`, which must clear this place in the same transaction as it keeps it
   * (`Change.draft`). What was typed while that went on stays, as a new draft.
   */
  async handOver(keep: (written: Written) => Promise<boolean>): Promise<boolean> {
    const kept = this.#value;
    // Nothing may be saved after the place was cleared, or it would be offered again.
    await this.#autosave.drop();
    const handed = await keep(kept);
    if (!handed) await this.flush();
    else if (this.#value === kept) {
      this.#value = nothingWritten;
      this.#saved = this.#edits;
    } else this.edit({ ...nothingWritten, text: leftAfter(kept.text, this.#value.text) });
    return handed;
  }
}
