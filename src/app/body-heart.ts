/** The days of the journal and of the nights, as one picture needs them. */
import type { Feeling } from '../content/schema.ts';
import type { KnownNight } from '../features/anchors/sleep/known-nights.ts';
import { isPrivate, type Entry } from '../features/journal/entry.ts';
import { wordOfFeeling } from '../features/journal/feelings.ts';
import { isClosed } from '../features/journal/letters.ts';

interface HeartDay {
  /** Each once; a word of the person's own is neither light nor heavy. */
  readonly feelings: readonly { readonly word: string; readonly light: boolean | null }[];
  /** Pauses and practices that became an entry. */
  readonly kind: number;
}

/** By day. What is private, or waits for its day, is no part of it. */
export function heartDays(
  entries: readonly Entry[],
  feelings: readonly Feeling[],
  now: number,
): Map<string, HeartDay> {
  const open = entries.filter((entry) => !isPrivate(entry) && !isClosed(entry, now));
  return new Map(
    [...Map.groupBy(open, ({ day }) => day)].map(([day, each]) => {
      const named = [...new Set(each.flatMap((entry) => entry.feelings))];
      const kind = each.filter(({ source }) => source === 'pause' || source === 'practice').length;
      return [
        day,
        {
          kind,
          feelings: named.map((id) => {
            const known = feelings.find((feeling) => feeling.id === id);
            return {
              word: wordOfFeeling(feelings, id),
              light: known ? known.pleasantness > 0 : null,
            };
          }),
        },
      ];
    }),
  );
}

/** Whether there was a light feeling, of the days with one that is light or heavy. */
export const lightDays = (days: ReadonlyMap<string, HeartDay>): Map<string, boolean> =>
  new Map(
    [...days].flatMap(([day, { feelings }]) => {
      const told = feelings.filter(({ light }) => light !== null);
      return told.length === 0 ? [] : [[day, told.some(({ light }) => light === true)] as const];
    }),
  );

/** Minutes asleep of each morning's nights together, or in bed where sleep was not told. */
export function nightLengths(nights: readonly KnownNight[]): Map<string, number> {
  const lengths = new Map<string, number>();
  for (const { night, figures } of nights) {
    const minutes = figures.tst ?? figures.tib;
    if (minutes !== null) lengths.set(night.date, (lengths.get(night.date) ?? 0) + minutes);
  }
  return lengths;
}
