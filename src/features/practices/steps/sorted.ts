import type { Sorted } from '../play.ts';

/** The thing in its new place, with its note; the same place a second time takes it out again. */
export function withSorted(
  sorted: readonly Sorted[],
  item: string,
  into: string,
): readonly Sorted[] {
  const now = sorted.find((each) => each.item === item);
  if (now?.into === into) return sorted.filter((each) => each !== now);
  return now
    ? sorted.map((each) => (each === now ? { ...now, into } : each))
    : [...sorted, { item, into }];
}

export const withNote = (
  sorted: readonly Sorted[],
  item: string,
  note: string,
): readonly Sorted[] => sorted.map((each) => (each.item === item ? { ...each, note } : each));
