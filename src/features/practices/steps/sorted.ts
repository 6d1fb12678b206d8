import type { Sorted } from '../play.ts';

/** A thing, or one side of one that has sides. */
export type Sortable = Pick<Sorted, 'item' | 'side'>;

export const isOf = (of: Sortable, { item, side }: Sortable): boolean =>
  of.item === item && of.side === side;

/** The thing in its new place, with its note; the same place a second time takes it out again. */
export function withSorted(
  sorted: readonly Sorted[],
  of: Sortable,
  into: string,
): readonly Sorted[] {
  const now = sorted.find((each) => isOf(each, of));
  if (now?.into === into) return sorted.filter((each) => each !== now);
  return now
    ? sorted.map((each) => (each === now ? { ...now, into } : each))
    : [...sorted, { ...of, into }];
}

export const withNote = (
  sorted: readonly Sorted[],
  of: Sortable,
  note: string,
): readonly Sorted[] => sorted.map((each) => (isOf(each, of) ? { ...each, note } : each));
