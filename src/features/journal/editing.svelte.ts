import { onLeaving } from '../../ui/leaving.ts';
import { Autosave } from '../../vault/autosave.ts';
import { onChange } from '../../vault/on-change.ts';
import { nothingWritten, type Written } from './written.ts';

/** Something in an editor: saved a moment after the last key, and showing what other windows make of it. */
export abstract class Editing {
  readonly #autosave = new Autosave<number>((edits) => this.save(edits));
  #value = $state.raw(nothingWritten);
  /** How often something was typed here, and how much of that is in the vault. */
  #edits = $state(0);
  #saved = $state(0);

  get value(): Written {
    return this.#value;
  }

  /** True once everything typed is in the vault. */
  get kept(): boolean {
    return this.#edits === this.#saved;
  }

  /** True once something was typed here. */
  get edited(): boolean {
    return this.#edits > 0;
  }

  edit(change: Partial<Written>): void {
    this.#value = { ...this.#value, ...change };
    this.#edits++;
    this.#autosave.edit(this.#edits);
  }

  /** Saves now what is not in the vault, and what an earlier try could not put there. */
  flush(): Promise<void> {
    if (!this.kept) this.#autosave.edit(this.#edits);
    return this.#autosave.flush();
  }

  /** Takes on what is in the vault now, unless there is something typed that is not. */
  abstract follow(): Promise<void>;

  /** Follows the vault until the returned function is called, and saves when the page may go. */
  watch(): () => void {
    const stopFollowing = onChange(
      () => this.stored(),
      () => void this.follow(),
    );
    const stopSaving = onLeaving(() => void this.flush());
    return () => {
      stopFollowing();
      stopSaving();
      void this.flush();
    };
  }

  /** What the vault holds of this; `watch` hears when it changes. */
  protected abstract stored(): Promise<unknown>;

  /** Puts `value` into the vault and, once it is there, calls `saved` with the same `edits`. */
  protected abstract save(edits: number): Promise<void>;

  protected saved(edits: number): void {
    this.#saved = edits;
  }

  /** Shows what others made of it: no edit of this window. */
  protected show(value: Written): void {
    this.#value = value;
  }

  /** A mark to tell later whether something was typed since. */
  protected get edits(): number {
    return this.#edits;
  }

  /** Forgets what waits to be saved: it was kept another way. */
  protected letGo(): Promise<void> {
    return this.#autosave.drop();
  }
}
