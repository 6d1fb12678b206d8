/**
 * Which records have a row here. In a first exchange next to none of ten thousand do, and one look at their ids
 * is far quicker than a question for each.
 */
import type { VaultDatabase } from '../vault/database.ts';

/** Chosen: below this, asking for each is quicker than reading every id. */
const worthKnowing = 100;

export interface Roster {
  /** Those of `ids` that may have a row; the others have none. Call it inside a transaction on `rec` and `meta`. */
  present(ids: readonly string[]): Promise<readonly string[]>;
  /** These rows were written, in this order, from version `first` on. */
  written(first: number, ids: readonly string[]): void;
}

export function createRoster(db: VaultDatabase): Roster {
  let known: { upTo: number; readonly ids: Set<string> } | null = null;

  const bringUpToDate = async (): Promise<ReadonlySet<string>> => {
    const version = await db.currentVersion();
    // Every row that is written raises it. One that is erased stays known, and is asked for in vain.
    if (known?.upTo === version) return known.ids;
    if (known && known.upTo < version) {
      for (const id of await db.rec.where('lv').above(known.upTo).primaryKeys()) known.ids.add(id);
      known.upTo = version;
    }
    // Rows never go away, so another number means that everything was erased and begun again.
    if (known?.ids.size !== (await db.rec.count())) known = null;
    // By an index, which holds ids only: the rows themselves are not read.
    known ??= { upTo: version, ids: new Set(await db.rec.orderBy('lv').primaryKeys()) };
    return known.ids;
  };

  return {
    async present(ids) {
      if (ids.length < worthKnowing) {
        // The big exchange is over, and so is the need to remember every id.
        known = null;
        return ids;
      }
      const here = await bringUpToDate();
      return ids.filter((id) => here.has(id));
    },
    written(first, ids) {
      // Others wrote in between: the next look reads what came after `upTo`.
      if (known?.upTo !== first - 1) return;
      for (const id of ids) known.ids.add(id);
      known.upTo = first + ids.length - 1;
    },
  };
}
