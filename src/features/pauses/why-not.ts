/** Why no pause came at a moment, from the decisions around it. */
import { isEnding, type LedgerRow } from './ledger.ts';
import { promptIdOf, type Prompt } from './prompt.ts';

/** Whoever asks about 14:00 has seen a clock, not a stopwatch (chosen). */
const aboutMs = 5 * 60_000;

export type WhyNot =
  /** Nothing is kept from before that moment. */
  | { readonly type: 'unknown' }
  /** One was offered about then, or stood there. */
  | { readonly type: 'came'; readonly at: number }
  | { readonly type: 'taken'; readonly at: number }
  /** The decision that was in force then. */
  | { readonly type: 'decided'; readonly row: LedgerRow }
  /** The interval since `since` was not over; `minutes` is the most it can have been. */
  | {
      readonly type: 'counting';
      readonly since: number;
      readonly minutes: number;
      readonly of: number;
      readonly next?: number;
    }
  | { readonly type: 'none' };

/** `rows` in any order, of one prompt or of all; `prompts` as they are now, the first one comes first. */
export function whyNot(
  rows: readonly LedgerRow[],
  at: number,
  prompts: readonly Pick<Prompt, 'id' | 'on' | 'cadence'>[],
): WhyNot {
  const sorted = rows.toSorted((a, b) => a.at - b.at);
  const before = sorted.filter((row) => row.at <= at);
  const after = sorted.filter((row) => row.at > at);
  const near = sorted.find((row) => isPause(row) && Math.abs(row.at - at) <= aboutMs);
  if (near) return { type: near.verdict === 'shown' ? 'came' : 'taken', at: near.at };
  const standing = before.findLast((row) => row.verdict === 'shown' && !hasEnded(row, before));
  if (standing) return { type: 'came', at: standing.at };
  const decided = spanned(after, at) ?? holding(before, at) ?? announced(before, at);
  if (decided) return { type: 'decided', row: decided };
  if (before.length === 0) return { type: 'unknown' };
  return counting(before, after, at, prompts) ?? lastWord(before, at);
}

const isPause = ({ verdict }: LedgerRow): boolean =>
  verdict === 'shown' || verdict === 'taken' || verdict === 'left early';

const hasEnded = ({ slot }: LedgerRow, rows: readonly LedgerRow[]): boolean =>
  rows.some((row) => row.slot === slot && isEnding(row.verdict));

/** A rest, or a time when Comma was closed, that was known only at its end. */
const spanned = (after: readonly LedgerRow[], at: number): LedgerRow | undefined =>
  after.find(({ verdict, at: end, detail: { seconds, minutes } }) => {
    if (verdict === 'rest credited' && seconds !== undefined) return end - seconds * 1000 <= at;
    return verdict === 'fresh start' && minutes !== undefined && end - minutes * 60_000 <= at;
  });

/** A slot that was due and waited. */
const holding = (before: readonly LedgerRow[], at: number): LedgerRow | undefined =>
  before.findLast(
    (row) =>
      (row.verdict === 'held' || (row.verdict === 'snoozed' && lasts(row, at))) &&
      !hasEnded(row, before),
  );

/** Quiet, a call, closed hours: until the time they said, or until they were ended. */
function announced(before: readonly LedgerRow[], at: number): LedgerRow | undefined {
  const ends = { quiet: 'quiet ended', call: 'call ended' } as const;
  return before.findLast((row, index) => {
    if (row.verdict === 'hours closed') return lasts(row, at);
    if (row.verdict !== 'quiet' && row.verdict !== 'call') return false;
    const end = ends[row.verdict];
    return lasts(row, at) && !before.slice(index + 1).some(({ verdict }) => verdict === end);
  });
}

const lasts = ({ detail: { until } }: LedgerRow, at: number): boolean =>
  until !== undefined && until > at;

/** From this row on the interval of a prompt by active time began again. */
const begins = ({ verdict }: LedgerRow): boolean => isEnding(verdict) || verdict === 'fresh start';

function counting(
  before: readonly LedgerRow[],
  after: readonly LedgerRow[],
  at: number,
  prompts: readonly Pick<Prompt, 'id' | 'on' | 'cadence'>[],
): WhyNot | undefined {
  for (const { id, on, cadence } of prompts) {
    if (!on || cadence.type !== 'active') continue;
    const ofPrompt = (row: LedgerRow): boolean =>
      row.slot === undefined || promptIdOf(row.slot) === id;
    const last = before.findLast((row) => begins(row) && ofPrompt(row));
    if (!last || last.verdict === 'not today') continue;
    const minutes = Math.floor((at - last.at) / 60_000);
    if (minutes >= cadence.everyMinutes) continue;
    const next = after.find((row) => row.verdict === 'shown' && ofPrompt(row));
    return {
      type: 'counting',
      since: last.at,
      minutes,
      of: cadence.everyMinutes,
      ...(next && { next: next.at }),
    };
  }
  return undefined;
}

/** Longer ago it explains nothing any more (chosen). */
const staleMs = 12 * 3_600_000;

function lastWord(before: readonly LedgerRow[], at: number): WhyNot {
  const row = before.at(-1);
  return row && at - row.at < staleMs ? { type: 'decided', row } : { type: 'none' };
}
