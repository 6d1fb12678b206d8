import type { Bytes } from '../kernel/bytes.ts';
import type { Result } from '../kernel/result.ts';
import { Autosave } from './autosave.ts';
import type { WriteFailure } from './item.ts';
import { onChange } from './on-change.ts';
import type { Vault } from './vault.ts';

/** Words as the editor last agreed with them: typing is a change of these, not of what is there now. */
interface Base {
  readonly text: string;
  readonly body: Bytes | undefined;
}

/** The words of one record in an editor: saved a moment after the last key; what others add shows up, and no word is lost. */
export class TextEditing {
  readonly #vault: Vault;
  readonly #record: { readonly id: string; readonly kind: string };
  readonly #heard: (result: Result<unknown, WriteFailure>) => boolean;
  /** What the screen knew before the record was read here. */
  readonly #first: string;
  readonly #autosave = new Autosave<string>((text) => this.#save(text));
  readonly #loaded: Promise<void>;
  #base = $state.raw<Base | null>(null);
  #typed = $state<string | null>(null);

  /** `heard` is told how each save went, and answers whether it was kept. */
  constructor(
    vault: Vault,
    record: { readonly id: string; readonly kind: string; readonly text: string },
    heard: (result: Result<unknown, WriteFailure>) => boolean,
  ) {
    this.#vault = vault;
    this.#record = { id: record.id, kind: record.kind };
    this.#heard = heard;
    this.#first = record.text;
    this.#loaded = this.#follow();
  }

  get text(): string {
    return this.#typed ?? this.#base?.text ?? this.#first;
  }

  edit(text: string): void {
    this.#typed = text;
    this.#autosave.edit(text);
  }

  flush(): Promise<void> {
    if (this.#typed !== null) this.#autosave.edit(this.#typed);
    return this.#autosave.flush();
  }

  /** Follows the vault until the returned function is called, and then saves what is left. */
  watch(): () => void {
    const stop = onChange(
      () => this.#vault.db.rec.get(this.#record.id),
      () => void this.#follow(),
    );
    return () => {
      stop();
      void this.flush();
    };
  }

  async #follow(): Promise<void> {
    const row = await this.#vault.db.rec.get(this.#record.id);
    const rec = row ? await this.#vault.openRec(row) : null;
    // Typing that began before the first answer began on what the screen knew.
    if (rec && (this.#base === null || this.#typed === null))
      this.#base = { text: rec.text ?? '', body: rec.body };
  }

  async #save(typed: string): Promise<void> {
    await this.#loaded;
    const text = typed.trim();
    const base = this.#base;
    if (text !== (base?.text ?? '')) {
      const { body } = (await this.#vault.setup.bodies()).write(base?.body, text);
      if (!this.#heard(await this.#vault.write({ ...this.#record, body }))) return;
      // Not what the vault now holds: words that others added meanwhile are not in this editor yet.
      this.#base = { text, body };
    }
    if (this.#typed !== typed) return;
    this.#typed = null;
    await this.#follow();
  }
}
