import type { Result } from '../../../kernel/result.ts';
import { onLeaving } from '../../../ui/leaving.ts';
import { Autosave } from '../../../vault/autosave.ts';
import type { WriteFailure } from '../../../vault/item.ts';
import { onChange } from '../../../vault/on-change.ts';
import type { Vault } from '../../../vault/vault.ts';
import { anchorFields, anchorKind, blankAnchor, parseAnchor, type Anchor } from './anchor.ts';
import type { AnchorChange } from './form-edits.ts';

type Heard = (result: Result<unknown, WriteFailure>) => boolean;

/** One anchor in a form. Each answer is saved a moment after it was given; what others change shows up. */
export class AnchorEditing {
  readonly #vault: Vault;
  readonly #id: string;
  readonly #heard: Heard;
  /** Where a new one stands. */
  readonly #place: () => number;
  readonly #autosave = new Autosave<AnchorChange>((change) => this.#save(change));
  /** As it lies in the vault; null for one that is not there yet, undefined until it is read. */
  #stored = $state.raw<Anchor | null>();
  /** Given here, and not in the vault yet. */
  #given = $state.raw<AnchorChange>({});
  /** As it was when the form was opened. */
  #before: Anchor | null = null;
  #edited = $state(false);

  constructor(vault: Vault, id: string, place: () => number, heard: Heard) {
    this.#vault = vault;
    this.#id = id;
    this.#place = place;
    this.#heard = heard;
  }

  /** Undefined until it is read. */
  get value(): Anchor | undefined {
    if (this.#stored === undefined) return undefined;
    return { ...(this.#stored ?? blankAnchor(this.#id)), ...this.#given };
  }

  /** It is in the vault. */
  get exists(): boolean {
    return this.#stored !== undefined && this.#stored !== null;
  }

  get edited(): boolean {
    return this.#edited;
  }

  /** True once everything given is in the vault. */
  get kept(): boolean {
    return Object.keys(this.#given).length === 0;
  }

  edit(change: AnchorChange): void {
    if (this.#stored === undefined) return;
    this.#given = { ...this.#given, ...change };
    this.#edited = true;
    this.#autosave.edit(this.#given);
  }

  async flush(): Promise<void> {
    if (!this.kept) this.#autosave.edit(this.#given);
    await this.#autosave.flush();
  }

  /** Everything as it was when the form was opened. */
  async undo(): Promise<void> {
    await this.#autosave.drop();
    this.#given = {};
    await this.follow();
    const [id, now, before] = [this.#id, this.#stored, this.#before];
    if (now && !before) {
      if (!this.#heard(await this.#vault.write({ id, kind: anchorKind, fate: 'erase' }))) return;
    } else if (now && before) {
      const fields = anchorFields(now, before);
      if (!this.#heard(await this.#vault.write({ id, kind: anchorKind, fields }))) return;
    }
    this.#edited = false;
    await this.follow();
  }

  /** Follows the vault until the returned function is called, and saves when the page may go. */
  watch(): () => void {
    const stopFollowing = onChange(
      () => this.#vault.db.rec.get(this.#id),
      () => void this.follow(),
    );
    const stopSaving = onLeaving(() => void this.flush());
    return () => {
      stopFollowing();
      stopSaving();
      void this.flush();
    };
  }

  /** Takes on what is in the vault now; what is given here stays over it. */
  async follow(): Promise<void> {
    const item = await this.#vault.read(this.#id);
    this.#stored = item?.alive ? parseAnchor(item) : null;
    if (!this.#edited) this.#before = this.#stored;
  }

  async #save(given: AnchorChange): Promise<void> {
    const id = this.#id;
    const before = this.#stored ?? null;
    const after: Anchor = {
      ...(before ?? { ...blankAnchor(id), order: this.#place(), madeAt: this.#vault.setup.wall() }),
      ...given,
    };
    // It waits for a name: without one it would be found nowhere.
    if (after.name.trim() === '') return;
    if (before === null && !(await this.#revived())) return;
    const fields = anchorFields(before, after);
    if (!this.#heard(await this.#vault.write({ id, kind: anchorKind, fields }))) return;
    const left = Object.entries(this.#given).filter(
      ([name, value]) => given[name as keyof AnchorChange] !== value,
    );
    await this.follow();
    // Some of its own entries.
    this.#given = Object.fromEntries(left);
  }

  /** One that was taken back takes no field before it is restored. */
  async #revived(): Promise<boolean> {
    const item = await this.#vault.read(this.#id);
    if (item === null || item.alive) return true;
    return this.#heard(
      await this.#vault.write({ id: this.#id, kind: anchorKind, fate: 'restore' }),
    );
  }
}
