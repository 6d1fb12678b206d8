import type { Result } from '../../kernel/result.ts';
import { editDraft, readDraft } from '../../vault/draft-box.ts';
import type { WriteFailure } from '../../vault/item.ts';
import type { Vault } from '../../vault/vault.ts';
import { Editing } from './editing.svelte.ts';
import { united } from './unite.ts';
import {
  leftAfter,
  nothingWritten,
  parseWritten,
  serialiseWritten,
  type Written,
} from './written.ts';

/** Where something can be written before it is an entry; each place has one draft on this device. */
export type DraftPlace = 'note' | 'entry:new' | 'pause' | `site:${string}` | `practice:${string}`;

/** What is being written at one place, in every window that shows it, and still there after a crash. */
export class DraftState extends Editing {
  readonly place: DraftPlace;
  readonly #vault: Vault;
  readonly #heard: (result: Result<unknown, WriteFailure>) => unknown;
  /** The draft as this window last met it in the vault: what is typed is a change of this. */
  #base = nothingWritten;

  constructor(
    vault: Vault,
    place: DraftPlace,
    heard: (result: Result<unknown, WriteFailure>) => unknown = () => undefined,
  ) {
    super();
    this.place = place;
    this.#vault = vault;
    this.#heard = heard;
  }

  override async follow(): Promise<void> {
    const { edits } = this;
    const met = parseWritten(await readDraft(this.#vault, this.place));
    if (edits !== this.edits || !this.kept) return;
    this.#base = met;
    this.show(met);
  }

  /**
   * Hands what is written to `keep`, which must clear this place in the same transaction as it keeps it
   * (`Change.draft`). What was typed while that went on stays, as a new draft.
   */
  async handOver(keep: (written: Written) => Promise<boolean>): Promise<boolean> {
    // Nothing may be saved after the place was cleared, or it would be offered again.
    await this.letGo();
    await this.save(this.edits); // with what another window has just put here
    const kept = this.value;
    const handed = await keep(kept);
    if (!handed) {
      await this.flush();
      return false;
    }
    this.#base = nothingWritten;
    if (this.value === kept) {
      this.show(nothingWritten);
      this.saved(this.edits);
    } else this.edit({ ...nothingWritten, text: leftAfter(kept.text, this.value.text) });
    return true;
  }

  /** Nobody wants it kept: the place is empty again. */
  async discard(): Promise<void> {
    this.edit(nothingWritten);
    await this.flush();
  }

  protected override stored(): Promise<unknown> {
    return this.#vault.db.draft.get(this.place);
  }

  protected override async save(edits: number): Promise<void> {
    const mine = this.value;
    const base = this.#base;
    let both = mine;
    const result = await editDraft(this.#vault, this.place, (now) => {
      both = united(base, mine, parseWritten(now));
      return serialiseWritten(both);
    });
    this.#heard(result);
    if (!result.ok) return;
    this.show(this.value === mine ? both : united(mine, this.value, both));
    this.#base = both;
    this.saved(edits);
  }
}
