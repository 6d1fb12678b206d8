import { lastDay } from '../../../kernel/dates.ts';
import { createId } from '../../../kernel/random.ts';
import { isObject } from '../../../kernel/read.ts';
import type { Result } from '../../../kernel/result.ts';
import { numberField, textField, type Stored } from '../../../kernel/stored.ts';
import type { Change, Item, WriteFailure } from '../../../vault/item.ts';
import { liveItems, type Live } from '../../../vault/live.svelte.ts';
import type { Row } from '../../../vault/row.ts';
import { rowsOfDays } from '../../../vault/rows-of-days.ts';
import type { Vault } from '../../../vault/vault.ts';
import { daysView } from '../../../vault/view.ts';
import { writeMany } from '../../../vault/write-many.ts';
import { readImported, type Found } from './found.ts';
import {
  countsOf,
  importedFields,
  kindsMade,
  kindsOf,
  namesOf,
  planOf,
  untouchedOf,
  type Planned,
} from './plan.ts';

const importKind = 'import';
const firstDay = '';

/** Rows opened at once: a page stays alive between them (chosen). */
const part = 500;

type Outcome = Result<void, WriteFailure | { readonly type: 'Stopped' }>;
type Step = (share: number) => Promise<boolean>;

/** One import that was brought, and can be taken back. */
export interface Brought {
  readonly id: string;
  readonly from: string;
  /** Epoch milliseconds. */
  readonly at: number;
  /** How many records it made, by their kind. */
  readonly counts: Readonly<Record<string, number>>;
}

/** Histories of other programs in one vault: what bringing one would do, bringing it, and taking it back. */
export class Histories {
  readonly #vault: Vault;

  constructor(vault: Vault) {
    this.#vault = vault;
  }

  /** Newest first. Null until it is known. */
  brought(): Live<readonly Brought[] | null> {
    return liveItems<readonly Brought[] | null>(
      this.#vault,
      [daysView(importKind, firstDay, lastDay)],
      (items) =>
        items
          .filter(({ alive }) => alive)
          .map(broughtOf)
          .toSorted((a, b) => b.at - a.at),
      null,
    );
  }

  /** Writes nothing. */
  async plan(found: Found, step: Step): Promise<Planned[] | null> {
    const here = await this.#items(kindsOf(found), step);
    if (!here) return null;
    // What was put away or erased is of no kind any more, and yet lies where these would.
    const names = namesOf(found);
    const gone = await this.#items(['gone'], step, ({ id }) => names.has(id));
    return gone && planOf(found, [...here, ...gone]);
  }

  /** All of it or nothing. */
  take(from: string, plan: readonly Planned[], day: string, step: Step): Promise<Outcome> {
    const by = `${importKind}:${createId(this.#vault.setup.random)}`;
    const wanted = plan.filter(({ fate }) => fate === 'fresh' || fate === 'changed');
    const changes = wanted.flatMap((planned): Change[] => {
      const { record, wasErased, before } = planned;
      const { id, kind, text } = record;
      const isMoved = before !== undefined && before.id !== id;
      return [
        ...(wasErased ? [{ id, kind, fate: 'restore' } as const] : []),
        {
          ...{ id, kind, fields: importedFields(planned, from, by) },
          ...((text !== '' || before) && { text }),
        },
        ...(isMoved ? [{ id: before.id, kind, fate: 'erase' } as const] : []),
      ];
    });
    const made = wanted.filter(({ fate }) => fate === 'fresh');
    const note: Change = {
      ...{ id: by, kind: importKind },
      fields: {
        ...{ day, from, at: this.#vault.setup.wall() },
        counts: Object.fromEntries(countsOf(made).map(({ kind, count }) => [kind, count])),
      },
    };
    return writeMany(this.#vault, made.length > 0 ? [...changes, note] : changes, { step });
  }

  /** What was not changed since goes, all at once; answers how many stay because they were. Null when it was stopped. */
  async takeBack(
    { id, counts }: Brought,
    step: Step,
  ): Promise<{ readonly outcome: Outcome; readonly stay: number } | null> {
    const items = await this.#items(kindsMade(counts), (share) => step(share / 2));
    if (!items) return null;
    const made = items.filter(({ fields }) => readImported(fields['imported'])?.by === id);
    const untouched = untouchedOf(made, items);
    const outcome = await writeMany(
      this.#vault,
      [
        ...untouched.map((item): Change => ({ id: item.id, kind: item.kind, fate: 'erase' })),
        { id, kind: importKind, fate: 'forget' },
      ],
      { step: (share) => step((1 + share) / 2) },
    );
    return { outcome, stay: made.length - untouched.length };
  }

  async #items(
    kinds: readonly string[],
    step: Step,
    wanted: (row: Row) => boolean = () => true,
  ): Promise<Item[] | null> {
    const items: Item[] = [];
    for (const kind of kinds) {
      const all = await rowsOfDays(this.#vault.db, kind, firstDay, lastDay).toArray();
      const rows = all.filter(wanted);
      for (let from = 0; from < rows.length; from += part) {
        if (!(await step(from / rows.length))) return null;
        items.push(...(await this.#vault.openRows(rows.slice(from, from + part))));
      }
    }
    return items;
  }
}

function broughtOf(stored: Stored): Brought {
  const { counts } = stored.fields;
  return {
    ...{ id: stored.id, from: textField(stored, 'from'), at: numberField(stored, 'at') ?? 0 },
    counts: Object.fromEntries(
      Object.entries(isObject(counts) ? counts : {}).flatMap(([kind, count]) =>
        typeof count === 'number' ? [[kind, count]] : [],
      ),
    ),
  };
}
