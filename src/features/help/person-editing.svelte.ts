import { Autosave } from '../../vault/autosave.ts';
import type { TextEditing } from '../../vault/text-editing.svelte.ts';
import type { Person, PersonChange } from './plan.ts';

type Name = keyof PersonChange;

/** Somebody of the circle in a form: each field is saved a moment after the last key, and only what was typed. */
export class PersonEditing {
  /** What they are good for. */
  readonly words: TextEditing;
  readonly #autosave: Autosave<PersonChange>;
  /** Typed here, and not in the vault yet. */
  #typed = $state.raw<PersonChange>({});

  /** `save` answers whether it was kept; what was not stays in its field. */
  constructor(words: TextEditing, save: (change: PersonChange) => Promise<boolean>) {
    this.words = words;
    this.#autosave = new Autosave<PersonChange>(async (change) => {
      if (!(await save(change))) return;
      const left = Object.entries(this.#typed).filter(
        ([name, value]) => change[name as Name] !== value,
      );
      this.#typed = Object.fromEntries(left);
    });
  }

  value(person: Person, name: Name): string {
    return this.#typed[name] ?? person[name];
  }

  edit(change: PersonChange): void {
    this.#typed = { ...this.#typed, ...change };
    this.#autosave.edit(this.#typed);
  }

  async flush(): Promise<void> {
    if (Object.keys(this.#typed).length > 0) this.#autosave.edit(this.#typed);
    await Promise.all([this.#autosave.flush(), this.words.flush()]);
  }
}
