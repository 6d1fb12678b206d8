/** Changes that a page has made, laid over records as the vault told them last. */
import type { Change, Item } from './item.ts';
import type { View } from './view.ts';

interface Wish {
  readonly change: Change;
  /** The version of the record that has it; until it is written, none has. */
  lv: number;
  /** A live query has told that version. */
  isTold: boolean;
}

export class Wishes {
  /** By the ids of their records, in the order in which they were made. */
  readonly #made = new Map<string, readonly Wish[]>();

  /** Call the answer when they are written, with their versions, or with none when they could not be. */
  add(changes: readonly Change[]): (written: readonly { readonly lv: number }[]) => void {
    const made = changes.map((change): Wish => ({ change, lv: Infinity, isTold: false }));
    for (const wish of made) {
      const { id } = wish.change;
      const before = this.#made.get(id) ?? [];
      this.#made.set(id, [...before.filter(({ isTold }) => !isTold), wish]);
    }
    return (written) => {
      for (const [at, wish] of made.entries()) wish.lv = written[at]?.lv ?? 0;
    };
  }

  /** The same array where nothing lies over any of it. */
  over(items: readonly Item[], views: readonly View<'rec'>[]): readonly Item[] {
    const here = new Set(items.map(({ id }) => id));
    const added = [...this.#made].flatMap(([id, wishes]) =>
      !here.has(id) && views.some((view) => isComing(view, wishes)) ? laidOver(null, wishes) : [],
    );
    const laid = items.flatMap((item) => laidOver(item, this.#made.get(item.id) ?? []));
    const isSame = added.length === 0 && laid.every((item, at) => item === items[at]);
    return isSame ? items : [...laid, ...added];
  }
}

function laidOver(item: Item | null, wishes: readonly Wish[]): Item[] {
  let laid = item;
  for (const wish of wishes) {
    if (item && wish.lv <= item.lv) wish.isTold = true;
    // What was told once and is not there any more lies behind a lock.
    const isAhead = item ? wish.lv > item.lv : wish.lv > 0 && !wish.isTold;
    if (isAhead) laid = changed(laid, wish.change);
  }
  return laid ? [laid] : [];
}

/** Whether a record that was not told yet lies in a view. One that had gone is told as a whole when it is back. */
function isComing(view: View<'rec'>, wishes: readonly Wish[]): boolean {
  const [first] = wishes;
  if (!first) return false;
  const { id, kind } = first.change;
  if (view.index === ':id') return view.from <= id && id <= view.until;
  const day = wishes.map(({ change }) => change.fields?.['day']).findLast(Boolean) ?? '';
  const isNew = wishes.every(({ change }) => change.fate === undefined);
  const key = [kind, day];
  return isNew && indexedDB.cmp(view.from, key) <= 0 && indexedDB.cmp(key, view.until) <= 0;
}

function changed(item: Item | null, { id, kind, fields, text, fate }: Change): Item {
  const before = item ?? { id, kind, lv: 0, fields: {}, text: '', alive: true };
  return {
    ...before,
    fields: { ...before.fields, ...fields },
    text: text ?? before.text,
    alive: fate === undefined ? before.alive : fate === 'restore',
  };
}
