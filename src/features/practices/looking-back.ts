/** What the months say when a person looks back on the harsh voice: how hot it was, and how often a kind line had the last word. */
import type { Practice } from '../../content/practice.ts';
import { answerIn } from './answer-in.ts';
import type { Run } from './runs.ts';

/** The practice that notes a harsh sentence, and its scale from 0 to 10. */
const heatOf = { practice: 'where-it-speaks', scale: 'heat' } as const;

/** Practices that can end with a kind line: the id of the answer that it is. */
const kindLines: Readonly<Record<string, string>> = { reframe: 'line', 'next-time': 'kind' };

export interface MonthHeat {
  /** As `2026-11`. */
  readonly month: string;
  readonly median: number;
  readonly count: number;
}

/** Oldest first; a month without a note is not there. */
export function heatByMonth(
  runs: readonly Pick<Run, 'practice' | 'startedAt' | 'scales'>[],
  dayOf: (at: number) => string,
): MonthHeat[] {
  const told = runs.flatMap(({ practice, startedAt, scales }) => {
    const heat = scales[heatOf.scale];
    return practice === heatOf.practice && heat !== undefined
      ? [{ month: dayOf(startedAt).slice(0, 7), heat }]
      : [];
  });
  return [...Map.groupBy(told, ({ month }) => month)]
    .map(([month, each]) => ({
      month,
      median: medianOf(each.map(({ heat }) => heat)),
      count: each.length,
    }))
    .sort((a, b) => (a.month < b.month ? -1 : 1));
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle)] ?? 0)) / 2;
}

export interface KindEnds {
  readonly ended: number;
  /** Entries that could end with one. */
  readonly of: number;
}

/** As the entries stand today: a line that was taken out since is not counted, one that was added is. */
export function kindEnds(
  entries: readonly { readonly practice: string; readonly text: string }[],
  practices: readonly Practice[],
): KindEnds {
  const could = entries.flatMap(({ practice: id, text }) => {
    const [practice, answer] = [practices.find((each) => each.id === id), kindLines[id]];
    return practice && answer !== undefined ? [answerIn(text, practice, answer)] : [];
  });
  return { ended: could.filter((line) => line !== '').length, of: could.length };
}
