import { createId } from '../../kernel/random.ts';
import type { Result } from '../../kernel/result.ts';
import type { Change, WriteFailure } from '../../vault/item.ts';
import { liveItems, type Live } from '../../vault/live.svelte.ts';
import type { Readable } from '../../vault/readable.ts';
import type { Vault } from '../../vault/vault.ts';
import { rowsOf } from '../../vault/rows-of.ts';
import { TextEditing } from '../../vault/text-editing.svelte.ts';
import type { View } from '../../vault/view.ts';
import { PersonEditing } from './person-editing.svelte.ts';
import {
  lastPlace,
  moved,
  parsePlan,
  personFields,
  planKind,
  planRecordId,
  stepFields,
  type NotePart,
  type PeoplePart,
  type Person,
  type Placed,
  type Plan,
} from './plan.ts';

/** By their names, so that what was removed is among them. */
export const planViews: readonly View<'rec'>[] = [
  { table: 'rec', index: ':id', from: planRecordId(''), until: planRecordId('\uffff') },
];

/** The plan as it lies in the vault; null until it is known, and while nothing opens. */
export const planOf = (vault: Readable): Live<Plan | null> =>
  liveItems<Plan | null>(vault, planViews, parsePlan, null);

const recordOf = (id: string): { id: string; kind: string } => ({ id, kind: planKind });

/** Changes a plan; its words are written by their editor. */
export class PlanChanges {
  readonly #vault: Vault;

  readonly #heard: (result: Result<unknown, WriteFailure>) => boolean;

  /** `heard` is told how each change went, and answers whether it was kept. */
  constructor(vault: Vault, heard: (result: Result<unknown, WriteFailure>) => boolean) {
    this.#vault = vault;
    this.#heard = heard;
  }

  /** An editor for the words of a record. */
  edit({ id, text }: { readonly id: string; readonly text: string }): TextEditing {
    return new TextEditing(this.#vault, { ...recordOf(id), text }, this.#heard);
  }

  editPerson(person: Person): PersonEditing {
    return new PersonEditing(this.edit(person), (change) =>
      this.#write({ ...recordOf(person.id), fields: personFields(change) }),
    );
  }

  async #write(...changes: readonly Change[]): Promise<boolean> {
    return this.#heard(await this.#vault.write(...changes));
  }

  /** A blank one, to be written in its place: its id, or null where it could not be kept. */
  addNote(plan: Plan, part: NotePart): Promise<string | null> {
    return this.#add({ part, order: lastPlace(plan.notes) });
  }

  addPerson(plan: Plan, part: PeoplePart | null): Promise<string | null> {
    const order = lastPlace(plan.people);
    return this.#add({ part: 'person', order, ...(part && stepFields(part, true)) });
  }

  async #add(fields: NonNullable<Change['fields']>): Promise<string | null> {
    const id = planRecordId(createId(this.#vault.setup.random));
    return (await this.#write({ ...recordOf(id), fields })) ? id : null;
  }

  setStep(id: string, part: PeoplePart, on: boolean): Promise<boolean> {
    return this.#write({ ...recordOf(id), fields: stepFields(part, on) });
  }

  /** `all` in their order. */
  move(all: readonly Placed[], id: string, by: -1 | 1): Promise<boolean> {
    const changes = moved(all, id, by);
    return this.#write(
      ...changes.map(({ id, order }): Change => ({ ...recordOf(id), fields: { order } })),
    );
  }

  /** Can be undone until it is erased. */
  forget(id: string): Promise<boolean> {
    return this.#write({ ...recordOf(id), fate: 'forget' });
  }

  restore(id: string): Promise<boolean> {
    return this.#write({ ...recordOf(id), fate: 'restore' });
  }

  /** Leaves no word of what was removed. */
  async eraseRemoved(): Promise<boolean> {
    const items = await this.#vault.openRows(await rowsOf(this.#vault.db, planViews));
    const gone = items.filter(({ alive, fields }) => !alive && Object.keys(fields).length > 0);
    return this.#write(...gone.map(({ id }): Change => ({ ...recordOf(id), fate: 'erase' })));
  }
}
