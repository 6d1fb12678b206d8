import type { Json } from '../../kernel/json.ts';
import { createId } from '../../kernel/random.ts';
import type { Result } from '../../kernel/result.ts';
import type { Ahead } from '../../vault/ahead.svelte.ts';
import type { WriteFailure } from '../../vault/item.ts';
import { FieldsEditing } from '../../vault/fields-editing.svelte.ts';
import { SettingsState } from '../../vault/settings.svelte.ts';
import type { Vault } from '../../vault/vault.ts';
import { parseChoices, sessionId, sessionKind, type Choices } from './choices.ts';

/** The choices for the page of a session, as they lie in the vault. */
export class SessionState {
  readonly #vault: Vault;
  readonly #kept: SettingsState;
  readonly #choices = $derived.by(() => this.#parsed());

  constructor(vault: Vault, ahead: Ahead) {
    this.#vault = vault;
    this.#kept = new SettingsState(ahead, { id: sessionId, kind: sessionKind });
  }

  /** Null until they are known. */
  get choices(): Choices | null {
    return this.#choices;
  }

  set(fields: Readonly<Record<string, Json>>): Promise<Result<unknown, WriteFailure>> {
    return this.#kept.set(fields);
  }

  /** `save` answers whether it was kept. */
  editName(save: (change: { readonly name?: string }) => Promise<boolean>): FieldsEditing<'name'> {
    return new FieldsEditing(save);
  }

  /** Of a question that is added. */
  newId(): string {
    return createId(this.#vault.setup.random);
  }

  #parsed(): Choices | null {
    const { fields } = this.#kept;
    return this.#kept.known ? parseChoices({ id: sessionId, fields, text: '' }) : null;
  }
}
