/** Things in an order of the person's own, each with its place as a number. */
export interface Placed {
  readonly id: string;
  readonly order: number;
}

/** Two in one place stand in the same order on every device. */
export const byPlace = (a: Placed, b: Placed): number =>
  a.order - b.order || (a.id < b.id ? -1 : 1);

/** The place behind all of these. */
export const lastPlace = (all: readonly Placed[]): number =>
  Math.max(0, ...all.map(({ order }) => order)) + 1;

/**
 * What changes when `id` moves one place up or down among `all`, which are in their order. Usually one number
 * between two others, so that two devices that move two things at once undo nothing of each other's.
 */
export function moved(all: readonly Placed[], id: string, by: -1 | 1): readonly Placed[] {
  const from = all.findIndex((each) => each.id === id);
  const to = from + by;
  const mine = all[from];
  if (!mine || to < 0 || to >= all.length) return [];
  const next = all.toSpliced(from, 1).toSpliced(to, 0, mine);
  const [before, after] = [next[to - 1]?.order, next[to + 1]?.order];
  const order =
    before === undefined
      ? (after ?? 0) - 1
      : after === undefined
        ? before + 1
        : (before + after) / 2;
  // Two that were put in one place on two devices leave no room between them.
  const fits = (before === undefined || before < order) && (after === undefined || order < after);
  return fits ? [{ id, order }] : next.map((each, at) => ({ id: each.id, order: at + 1 }));
}
