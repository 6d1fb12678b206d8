import type { Rated } from '../play.ts';

/** The thing with its number, where it stood among the others. */
export const withRated = (
  rated: readonly Rated[],
  item: string,
  value: number,
): readonly Rated[] =>
  rated.some((each) => each.item === item)
    ? rated.map((each) => (each.item === item ? { item, value } : each))
    : [...rated, { item, value }];
