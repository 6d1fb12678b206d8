/**
 * Which names on the wire have a row here. In a first exchange next to none of ten thousand do, and one look at
 * the names is far quicker than a question for each.
 */
import type { VaultDatabase } from '../vault/database.ts';

/** Chosen: below this, asking for each is quicker than reading every name. */
const worthKnowing = 100;

export interface Roster {
  /** Those of `wires` that may have a row; the others have none. Call it inside a transaction on `rec` and `meta`. */
  present(wires: readonly string[]): Promise<readonly string[]>;
  /** These rows were written, in this order, from version `first` on. */
  written(first: number, wires: readonly string[]): void;
}

export function createRoster(db: VaultDatabase): Roster {
  let known: { upTo: number; readonly names: Set<string> } | null = null;

  const bringUpToDate = async (): Promise<ReadonlySet<string>> => {
    const version = await db.currentVersion();
    if (known?.upTo === version && known.names.size !== (await db.rec.count())) known = null;
    if (!known) {
      const names = (await db.rec.orderBy('wire').keys()) as string[]; // the index holds names only
      known = { upTo: version, names: new Set(names) };
    } else if (known.upTo !== version) {
      for (const { wire } of await db.rec.where('lv').above(known.upTo).toArray())
        known.names.add(wire);
      known.upTo = version;
    }
    return known.names;
  };

  return {
    async present(wires) {
      if (wires.length < worthKnowing) {
        // The big exchange is over, and so is the need to remember every name.
        known = null;
        return wires;
      }
      const names = await bringUpToDate();
      return wires.filter((wire) => names.has(wire));
    },
    written(first, wires) {
      // Others wrote in between: the next look reads what came after `upTo`.
      if (known?.upTo !== first - 1) return;
      for (const wire of wires) known.names.add(wire);
      known.upTo = first + wires.length - 1;
    },
  };
}
