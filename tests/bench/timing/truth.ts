/**
 * When pauses were truly due in a week, worked out from the scenario alone and second by second, by none of the
 * engine's code: fifty minutes at it since the last pause or rest, later by what held it.
 */
import { type Scenario } from '../../../src/features/pauses/simulation/scenario.ts';
import { type Week } from './weeks.ts';

/** True time, milliseconds. */
interface Span {
  readonly from: number;
  readonly until: number;
}

export interface Shown {
  readonly slot: string;
  readonly at: number;
  /** When the pause was over. */
  readonly ended: number;
}

interface OnTime {
  early: number;
  onTime: number;
  late: number;
  doubled: number;
  starved: number;
  /** The latest of all, milliseconds. */
  worst: number;
}

/** A dead background is woken no sooner than this (browsers' shortest alarm), and a second for the rest. */
const toleranceMs = 31_000;
const seamMs = 60_000;

const begins: Readonly<Record<string, string>> = { idle: 'input', lock: 'unlock', sleep: 'wake' };

/** From the last input up to the next one, where that is long enough to be seen. */
function absences({ scenario, reading }: Week): Span[] {
  const { start, lengthMs, happenings, rules } = scenario;
  const spans: Span[] = [];
  const since = new Map<string, number>();
  const end = (type: string, until: number): void => {
    const from = since.get(type);
    since.delete(type);
    if (from === undefined) return;
    if (type === 'idle' && (reading || until - from < rules.idleMinutes * 60_000)) return;
    spans.push({ from, until });
  };
  for (const { afterMs, happening } of happenings) {
    const at = start + afterMs;
    if (happening.type in begins) since.set(happening.type, at);
    for (const [begin, stop] of Object.entries(begins)) if (stop === happening.type) end(begin, at);
    if (happening.type === 'touch') end('idle', at);
  }
  for (const type of since.keys()) end(type, start + lengthMs);
  return spans.toSorted((a, b) => a.from - b.from);
}

/** Where no pause may come, and how long after its end it still may not. */
function holds({ start, happenings }: Scenario): (Span & { readonly seam: number })[] {
  const spans: (Span & { readonly seam: number })[] = [];
  let meeting: number | null = null;
  for (const { afterMs, happening } of happenings) {
    const at = start + afterMs;
    if (happening.type === 'quiet')
      spans.push({ from: at, until: at + happening.lengthMs, seam: 0 });
    if (happening.type !== 'meeting') continue;
    if (happening.on) meeting ??= at;
    else if (meeting !== null) spans.push({ from: meeting, until: at, seam: seamMs });
    if (!happening.on) meeting = null;
  }
  return spans;
}

/** The instant at which so much time at it has passed since `from`, or where a rest begins it anew. */
function dueAfter(
  from: number,
  intervalMs: number,
  pauseMs: number,
  away: readonly Span[],
): number | Span {
  let left = intervalMs;
  let at = from;
  for (const span of away) {
    if (span.until <= at) continue;
    if (span.from - at >= left) return at + left;
    left -= Math.max(0, span.from - at);
    if (span.until - span.from >= pauseMs) return span;
    at = Math.max(at, span.until);
  }
  return at + left;
}

export function judge(week: Week, shown: readonly Shown[]): OnTime {
  const { start, lengthMs, rules } = week.scenario;
  const [prompt] = rules.prompts;
  if (prompt?.cadence.type !== 'active') throw new Error('A week has one interval.');
  const intervalMs = prompt.cadence.everyMinutes * 60_000;
  const pauseMs = prompt.lengthSeconds * 1000;
  const away = absences(week);
  const held = holds(week.scenario);
  const count: OnTime = { early: 0, onTime: 0, late: 0, doubled: 0, starved: 0, worst: 0 };
  const seen = new Set<string>();
  const waiting = shown.filter(({ slot }) => {
    if (seen.has(slot)) count.doubled += 1;
    return seen.size < seen.add(slot).size;
  });
  let from = start;
  while (from < start + lengthMs) {
    const due = dueAfter(from, intervalMs, pauseMs, away);
    const next = waiting[0];
    const dueAt = typeof due === 'number' ? due : Infinity;
    if (next && next.at < Math.min(dueAt, typeof due === 'number' ? due : due.from) - 1_000) {
      count.early += 1;
      from = next.ended;
      waiting.shift();
      continue;
    }
    if (typeof due !== 'number') {
      from = due.until;
      continue;
    }
    const welcome = afterHolds(due, held);
    const rest = away.find((span) => span.until > due && span.from <= welcome + toleranceMs);
    if (rest && rest.until - rest.from >= pauseMs && !(next && next.at < rest.from)) {
      from = rest.until;
      continue;
    }
    if (welcome + toleranceMs >= start + lengthMs) break;
    // Late is what comes before the next one would be due; nothing at all up to then is starved.
    if (!next || next.at > welcome + intervalMs) {
      count.starved += 1;
      from = welcome;
      continue;
    }
    const lateness = next.at - welcome;
    if (lateness > toleranceMs) count.late += 1;
    else count.onTime += 1;
    count.worst = Math.max(count.worst, lateness);
    from = next.ended;
    waiting.shift();
  }
  return count;
}

function afterHolds(due: number, held: ReturnType<typeof holds>): number {
  let at = due;
  for (const { from, until, seam } of held) if (from <= at && at < until + seam) at = until + seam;
  return at;
}
