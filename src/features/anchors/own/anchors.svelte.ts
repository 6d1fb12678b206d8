import { byPlace, moved, type Placed } from '../../../kernel/placed.ts';
import { createId } from '../../../kernel/random.ts';
import type { Result } from '../../../kernel/result.ts';
import type { Ahead } from '../../../vault/ahead.svelte.ts';
import type { Change, Item, WriteFailure } from '../../../vault/item.ts';
import { TextEditing } from '../../../vault/text-editing.svelte.ts';
import type { Vault } from '../../../vault/vault.ts';
import { daysView, type View } from '../../../vault/view.ts';
import { anchorFields, anchorId, anchorKind, parseAnchor, type Anchor } from './anchor.ts';
import {
  dayFields,
  dayNoteId,
  dayNoteKind,
  notedFields,
  parseDayNote,
  type DayNote,
  type DayNoted,
  type Told,
} from './day-note.ts';
import { endedAt, parseRest, restFields, restId, restKind, type AnchorRest } from './rest.ts';

const living = <Value>(items: readonly Item[], parse: (item: Item) => Value | null): Value[] =>
  items.flatMap((item) => (item.alive ? (parse(item) ?? []) : []));

/** Every day of one anchor between the two, by the names of its notes. */
const notesView = (anchor: string, from: string, until: string): View<'rec'> => ({
  ...{ table: 'rec', index: ':id' },
  ...{ from: dayNoteId(anchor, from), until: dayNoteId(anchor, until) },
});

type Written = Promise<Result<unknown, WriteFailure>>;

/** What a screen follows; null until it is known. */
interface Followed<Value> {
  readonly current: Value | null;
}

/** The anchors of one vault, their days, and when they rest; what is changed here shows before it is back from the vault. */
export class Anchors {
  readonly #vault: Vault;
  readonly #ahead: Ahead;

  constructor(vault: Vault, ahead: Ahead) {
    this.#vault = vault;
    this.#ahead = ahead;
  }

  /** Worked out once for each state of the records. */
  #follow<Value>(view: View<'rec'>, make: (items: readonly Item[]) => Value): Followed<Value> {
    const kept = this.#ahead.follow([view], null);
    let last: { readonly items: readonly Item[]; readonly made: Value } | undefined;
    const currentOf = (): Value | null => {
      const items = kept.current;
      if (items === null) return null;
      if (last?.items !== items) last = { items, made: make(items) };
      return last.made;
    };
    return {
      get current() {
        return currentOf();
      },
    };
  }

  /** In their order, those put away among them. */
  all(): Followed<readonly Anchor[]> {
    return this.#follow(daysView(anchorKind, '', ''), (items) =>
      living(items, parseAnchor).sort(byPlace),
    );
  }

  /** What was noted of all anchors, both days included. */
  notes(from: string, until: string): Followed<readonly DayNote[]> {
    return this.#notes(daysView(dayNoteKind, from, until));
  }

  /** The same of one anchor. */
  notesOf(anchor: string, from: string, until: string): Followed<readonly DayNote[]> {
    return this.#notes(notesView(anchor, from, until));
  }

  #notes(view: View<'rec'>): Followed<readonly DayNote[]> {
    return this.#follow(view, (items) => living(items, parseDayNote));
  }

  rests(): Followed<readonly AnchorRest[]> {
    return this.#follow(daysView(restKind, '', ''), (items) => living(items, parseRest));
  }

  /** The mark of something new. */
  newId(): string {
    return createId(this.#vault.setup.random);
  }

  newAnchorId(): string {
    return anchorId(this.newId());
  }

  /** What is noted of a day, in place of what was; null takes it back. */
  note(anchor: string, date: string, before: DayNoted | null, noted: DayNoted | null): Written {
    return this.#day(anchor, date, notedFields(before, noted));
  }

  /** What is told of a day besides; null takes it back. */
  tell(anchor: string, date: string, told: Partial<Told>): Written {
    return this.#day(anchor, date, { ...told });
  }

  /** Words about a day, in an editor; `begin` first, or they would lie on no day. */
  words(
    { anchor, date, note }: Pick<DayNote, 'anchor' | 'date' | 'note'>,
    heard: (result: Result<unknown, WriteFailure>) => boolean,
  ): TextEditing {
    const record = { id: dayNoteId(anchor, date), kind: dayNoteKind, text: note };
    return new TextEditing(this.#vault, record, heard);
  }

  begin(anchor: string, date: string): Written {
    return this.#day(anchor, date, {});
  }

  #day(anchor: string, date: string, fields: NonNullable<Change['fields']>): Written {
    return this.#ahead.write({
      ...{ id: dayNoteId(anchor, date), kind: dayNoteKind },
      fields: { ...dayFields(anchor, date), ...fields },
    });
  }

  /** A new one where there was none before; otherwise only what differs. */
  keep(before: Anchor | null, after: Anchor): Written {
    const made = before ? after : { ...after, madeAt: this.#vault.setup.wall() };
    return this.#anchor(after.id, anchorFields(before, made));
  }

  putAway(id: string, putAway: boolean): Written {
    return this.#anchor(id, { putAway });
  }

  #anchor(id: string, fields: NonNullable<Change['fields']>): Written {
    return this.#ahead.write({ id, kind: anchorKind, fields });
  }

  /** `all` in their order. */
  move(all: readonly Placed[], id: string, by: -1 | 1): Written {
    return this.#ahead.write(
      ...moved(all, id, by).map((each): Change => ({
        id: each.id,
        kind: anchorKind,
        fields: { order: each.order },
      })),
    );
  }

  /** Its days stay where they are, and come back with it. */
  remove(id: string): Written {
    return this.#ahead.write({ id, kind: anchorKind, fate: 'forget' });
  }

  restore(id: string): Written {
    return this.#ahead.write({ id, kind: anchorKind, fate: 'restore' });
  }

  rest(rest: Omit<AnchorRest, 'id'>): Written {
    return this.#ahead.write({
      ...{ id: restId(this.newId()), kind: restKind },
      fields: restFields(rest),
    });
  }

  endRest(rest: AnchorRest, today: string): Written {
    const left = endedAt(rest, today);
    const change = { id: rest.id, kind: restKind };
    return this.#ahead.write(
      left ? { ...change, fields: restFields(left) } : { ...change, fate: 'forget' },
    );
  }
}
