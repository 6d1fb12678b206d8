import { Autosave } from './autosave.ts';

type Typed<Name extends string> = Readonly<Partial<Record<Name, string>>>;

/** Short fields of a record in a form: each saved a moment after the last key, and only what was typed. */
export class FieldsEditing<Name extends string> {
  readonly #autosave: Autosave<Typed<Name>>;
  /** Typed here, and not in the vault yet. */
  #typed = $state.raw({} as Typed<Name>);

  /** `save` answers whether it was kept; what was not stays in its field. */
  constructor(save: (change: Typed<Name>) => Promise<boolean>) {
    this.#autosave = new Autosave(async (change) => {
      if (!(await save(change))) return;
      const left = Object.entries(this.#typed).filter(
        ([name, value]) => change[name as Name] !== value,
      );
      // Some of its own entries.
      this.#typed = Object.fromEntries(left) as Typed<Name>;
    });
  }

  value(kept: Readonly<Record<Name, string>>, name: Name): string {
    return this.#typed[name] ?? kept[name];
  }

  edit(change: Typed<Name>): void {
    this.#typed = { ...this.#typed, ...change };
    this.#autosave.edit(this.#typed);
  }

  flush(): Promise<void> {
    if (Object.keys(this.#typed).length > 0) this.#autosave.edit(this.#typed);
    return this.#autosave.flush();
  }
}
