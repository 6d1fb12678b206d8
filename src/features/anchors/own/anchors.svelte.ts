import { byPlace, moved, type Placed } from '../../../kernel/placed.ts';
import { createId } from '../../../kernel/random.ts';
import type { Result } from '../../../kernel/result.ts';
import type { Change, Item, WriteFailure } from '../../../vault/item.ts';
import { liveItems, type Live } from '../../../vault/live.svelte.ts';
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

/** A note as it lies in the vault at one version of it. */
export interface KeptDay extends DayNote {
  readonly lv: number;
}

const parseKept = (item: Item): KeptDay | null => {
  const note = parseDayNote(item);
  return note && { ...note, lv: item.lv };
};

const living = <Value>(items: readonly Item[], parse: (item: Item) => Value | null): Value[] =>
  items.flatMap((item) => (item.alive ? (parse(item) ?? []) : []));

/** Every day of one anchor between the two, by the names of its notes. */
const notesView = (anchor: string, from: string, until: string): View<'rec'> => ({
  ...{ table: 'rec', index: ':id' },
  ...{ from: dayNoteId(anchor, from), until: dayNoteId(anchor, until) },
});

type Written = Promise<Result<readonly Item[], WriteFailure>>;

/** The anchors of one vault, their days, and when they rest. */
export class Anchors {
  readonly #vault: Vault;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** In their order, those put away among them. Null until it is known. */
  all(): Live<readonly Anchor[] | null> {
    return liveItems<readonly Anchor[] | null>(
      this.#vault,
      [daysView(anchorKind, '', '')],
      (items) => living(items, parseAnchor).sort(byPlace),
      null,
    );
  }

  /** What was noted of all anchors, both days included, oldest first. Null until it is known. */
  notes(from: string, until: string): Live<readonly KeptDay[] | null> {
    return this.#notes(daysView(dayNoteKind, from, until));
  }

  /** The same of one anchor. */
  notesOf(anchor: string, from: string, until: string): Live<readonly KeptDay[] | null> {
    return this.#notes(notesView(anchor, from, until));
  }

  #notes(view: View<'rec'>): Live<readonly KeptDay[] | null> {
    return liveItems<readonly KeptDay[] | null>(
      this.#vault,
      [view],
      (items) => living(items, parseKept),
      null,
    );
  }

  /** Null until it is known. */
  rests(): Live<readonly AnchorRest[] | null> {
    return liveItems<readonly AnchorRest[] | null>(
      this.#vault,
      [daysView(restKind, '', '')],
      (items) => living(items, parseRest),
      null,
    );
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
    return this.#vault.write({
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
    return this.#vault.write({ id, kind: anchorKind, fields });
  }

  /** `all` in their order. */
  move(all: readonly Placed[], id: string, by: -1 | 1): Written {
    return this.#vault.write(
      ...moved(all, id, by).map((each): Change => ({
        id: each.id,
        kind: anchorKind,
        fields: { order: each.order },
      })),
    );
  }

  /** Its days stay where they are, and come back with it. */
  remove(id: string): Written {
    return this.#vault.write({ id, kind: anchorKind, fate: 'forget' });
  }

  restore(id: string): Written {
    return this.#vault.write({ id, kind: anchorKind, fate: 'restore' });
  }

  rest(rest: Omit<AnchorRest, 'id'>): Written {
    return this.#vault.write({
      ...{ id: restId(this.newId()), kind: restKind },
      fields: restFields(rest),
    });
  }

  endRest(rest: AnchorRest, today: string): Written {
    const left = endedAt(rest, today);
    const change = { id: rest.id, kind: restKind };
    return this.#vault.write(
      left ? { ...change, fields: restFields(left) } : { ...change, fate: 'forget' },
    );
  }
}
