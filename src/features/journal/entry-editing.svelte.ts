import type { Bytes } from '../../kernel/bytes.ts';
import type { Json } from '../../kernel/json.ts';
import type { Result } from '../../kernel/result.ts';
import { itemOf, type WriteFailure } from '../../vault/item.ts';
import type { Vault } from '../../vault/vault.ts';
import { Editing } from './editing.svelte.ts';
import {
  editedEntryFields,
  entryKind,
  levelOf,
  parseEntry,
  wholeEntryFields,
  type Entry,
} from './entry.ts';
import { followed, writtenOf, type Written } from './written.ts';

/** The entry as the editor last agreed with it. Typing is a change of this, not of what is there now. */
interface Base {
  readonly entry: Entry;
  readonly body: Bytes | undefined;
}

interface Options {
  readonly dayStart: () => number;
  readonly heard?: (result: Result<unknown, WriteFailure>) => unknown;
}

/** An entry in an editor: what is typed goes straight in, what others add shows up, no word is lost. */
export class EntryEditing extends Editing {
  readonly id: string;
  readonly #vault: Vault;
  readonly #options: Options;
  #base = $state.raw<Base | null>(null);
  #standing = $state.raw<'opening' | 'here' | 'away' | 'nowhere'>('opening');

  constructor(vault: Vault, id: string, options: Options) {
    super();
    this.id = id;
    this.#vault = vault;
    this.#options = options;
  }

  /** What the editor does not change. Null until it stands here. */
  get entry(): Entry | null {
    return this.#base?.entry ?? null;
  }

  /** `away`: forgotten, and can be brought back. `nowhere`: erased, or never there. */
  get standing(): 'opening' | 'here' | 'away' | 'nowhere' {
    return this.#standing;
  }

  override async follow(): Promise<void> {
    const { edits } = this;
    const row = await this.#vault.db.rec.get(this.id);
    const rec = row ? await this.#vault.openRec(row) : null;
    if (edits !== this.edits || !this.kept) return;
    if (!row || !rec) {
      this.#standing = 'nowhere';
      return;
    }
    const item = itemOf(rec, row.lv);
    if (item.alive) {
      const entry = parseEntry(item);
      this.#base = { entry, body: rec.body };
      this.show(followed(this.value, writtenOf(entry)));
    }
    const erased = Object.keys(item.fields).length === 0;
    this.#standing = item.alive ? 'here' : erased ? 'nowhere' : 'away';
  }

  protected override stored(): Promise<unknown> {
    return this.#vault.db.rec.get(this.id);
  }

  protected override async save(edits: number): Promise<void> {
    const base = this.#base;
    if (!base) return;
    const typed = this.value;
    const text = typed.text.trim();
    const bodies = await this.#vault.setup.bodies();
    const body = text === base.entry.text ? undefined : bodies.write(base.body, text).body;
    const draft = { ...typed, at: typed.at ?? base.entry.at };
    const fields = editedEntryFields(base.entry, draft, this.#options.dayStart());
    if (body || Object.keys(fields).length > 0) {
      const went = await this.#write(base, draft, fields, body);
      if (!went) return;
    }
    this.saved(edits);
    if (this.kept) await this.follow();
  }

  async #write(
    base: Base,
    draft: Written & { readonly at: number },
    fields: Readonly<Record<string, Json>>,
    body: Bytes | undefined,
  ): Promise<boolean> {
    const { id } = this;
    const result = await this.#vault.write({ id, kind: entryKind, fields, ...(body && { body }) });
    this.#options.heard?.(result);
    if (!result.ok) return false;
    const entry = {
      ...base.entry,
      ...draft,
      text: draft.text.trim(),
      title: draft.title.trim(),
      level: levelOf(draft, base.entry.level),
    };
    // Erased elsewhere meanwhile: the new words brought it back, and it needs the rest of itself.
    if (result.value.some((item) => item.alive && item.fields['day'] === undefined))
      await this.#vault.write({ id, kind: entryKind, fields: wholeEntryFields(entry) });
    // Not what the vault now holds: words that others added meanwhile are not on this screen yet.
    this.#base = { entry, body: body ?? base.body };
    return true;
  }
}
