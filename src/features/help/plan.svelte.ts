import { lastPlace, moved, type Placed } from '../../kernel/placed.ts';
import { createId } from '../../kernel/random.ts';
import type { Result } from '../../kernel/result.ts';
import type { Change, Item, WriteFailure } from '../../vault/item.ts';
import type { Ahead } from '../../vault/ahead.svelte.ts';
import { liveRows, type Live } from '../../vault/live.svelte.ts';
import { leftReadableIn, leftReadableView } from '../../vault/lock/left-readable.ts';
import type { Readable } from '../../vault/readable.ts';
import type { Vault } from '../../vault/vault.ts';
import { rowsOf } from '../../vault/rows-of.ts';
import { FieldsEditing } from '../../vault/fields-editing.svelte.ts';
import { TextEditing } from '../../vault/text-editing.svelte.ts';
import type { View } from '../../vault/view.ts';
import { asOurs, lineFields, lineRecordName, type LineWords, type ShownLine } from './own-lines.ts';
import {
  planKind,
  planRecordId,
  stepFields,
  type NotePart,
  type PeoplePart,
  type Person,
  type PersonLine,
  type Plan,
} from './plan.ts';

/** By their names, so that what was removed is among them. */
export const planViews: readonly View<'rec'>[] = [
  { table: 'rec', index: ':id', from: planRecordId(''), until: planRecordId('\uffff') },
];

/** What the person wrote for hard moments, as it lies in the vault; null until it is known. */
export const helpItems = (ahead: Ahead): { readonly current: readonly Item[] | null } =>
  ahead.follow(planViews, null);

const recordOf = (id: string): { id: string; kind: string } => ({ id, kind: planKind });

/** The same as it was left readable while locked; null where it was not. */
export const leftItems = (vault: Readable): Live<readonly Item[] | null> =>
  liveRows<'meta', readonly Item[] | null>(vault, [leftReadableView], leftReadableIn, null);

/** What was typed, and nothing that was not. */
const definite = (fields: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(fields).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])),
  );

/** Changes a plan; its words are written by their editor. */
export class PlanChanges {
  readonly #vault: Vault;
  readonly #ahead: Ahead;
  readonly #heard: (result: Result<unknown, WriteFailure>) => boolean;

  /** `heard` is told how each change went, and answers whether it was kept. */
  constructor(
    vault: Vault,
    ahead: Ahead,
    heard: (result: Result<unknown, WriteFailure>) => boolean,
  ) {
    this.#vault = vault;
    this.#ahead = ahead;
    this.#heard = heard;
  }

  /** An editor for the words of a record. */
  edit({ id, text }: { readonly id: string; readonly text: string }): TextEditing {
    return new TextEditing(this.#vault, { ...recordOf(id), text }, this.#heard);
  }

  /** An editor for the rest of a person. */
  editPerson({ id }: Person): FieldsEditing<PersonLine> {
    return new FieldsEditing((fields) =>
      this.#write({ ...recordOf(id), fields: definite(fields) }),
    );
  }

  async #write(...changes: readonly Change[]): Promise<boolean> {
    return this.#heard(await this.#ahead.write(...changes));
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

  /** One of the person's own. */
  addLine(): Promise<string | null> {
    return this.#add(lineFields);
  }

  /** Of ours, laid over it; of theirs, as it is. */
  editLine(line: ShownLine): FieldsEditing<keyof LineWords> {
    return new FieldsEditing((fields) => this.#changeLine(line, definite(fields)));
  }

  hideLine(line: ShownLine, hidden: boolean): Promise<boolean> {
    return this.#changeLine(line, { hidden });
  }

  lineAsOurs(line: ShownLine): Promise<boolean> {
    return this.#changeLine(line, asOurs);
  }

  #changeLine({ id, by }: ShownLine, fields: NonNullable<Change['fields']>): Promise<boolean> {
    const own = by === 'person' ? id : planRecordId(lineRecordName(id));
    return this.#write({ ...recordOf(own), fields: { ...lineFields, ...fields } });
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
