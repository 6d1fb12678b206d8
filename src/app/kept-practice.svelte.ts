import { isDraftPractice } from '../features/packs/draft.ts';
import type { PackPractice } from '../features/packs/pack-schema.ts';
import { parseJson } from '../kernel/json.ts';
import { onLeaving } from '../ui/leaving.ts';
import { allSaved, Autosave } from '../vault/autosave.ts';
import { editDraft, readDraft } from '../vault/draft-box.ts';
import type { Comma } from './comma.svelte.ts';

/** A practice that is being changed, kept as a draft until it is kept for good. */
export class KeptPractice {
  readonly #comma: Comma;
  readonly #place: string;
  readonly #autosave = new Autosave<PackPractice>((practice) =>
    this.#save(JSON.stringify(practice)),
  );
  #practice: PackPractice = $state.raw({} as PackPractice);
  #opened = $state(false);

  constructor(comma: Comma, id: string, practice: PackPractice) {
    this.#comma = comma;
    this.#place = `change:${id}`;
    this.#practice = practice;
    void this.#open();
  }

  get practice(): PackPractice {
    return this.#practice;
  }

  /** True once it is known whether something was left half changed. */
  get opened(): boolean {
    return this.#opened;
  }

  edit(practice: PackPractice): void {
    this.#practice = practice;
    this.#autosave.edit(practice);
  }

  /** It was kept, or given back. */
  async done(practice: PackPractice): Promise<void> {
    this.#practice = practice;
    await this.#autosave.drop();
    await this.#save('');
  }

  /** Saves when the page may go; the returned function saves once more. */
  watch(): () => void {
    const stop = onLeaving(() => void this.#autosave.flush());
    return () => {
      stop();
      void this.#autosave.flush();
    };
  }

  async #open(): Promise<void> {
    await allSaved();
    const kept = parseJson(await readDraft(this.#comma.vault, this.#place));
    if (isDraftPractice(kept)) this.#practice = kept;
    this.#opened = true;
  }

  async #save(text: string): Promise<void> {
    this.#comma.kept(await editDraft(this.#comma.vault, this.#place, () => text));
  }
}
