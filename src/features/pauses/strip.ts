/** Places on the strip of a day, and what is said of it. */
import { zoned } from '../../kernel/civil-time.ts';
import { type PreviewMoment, type PreviewSpan } from './preview.ts';

const dayMs = 24 * 3_600_000;

export interface Tick {
  readonly at: number;
  readonly midnight: boolean;
}

/** Whole hours by the clock that divide by `every`, from `from` for a day. */
export function ticks(from: number, zone: string, every: number): Tick[] {
  const out: Tick[] = [];
  let hour = zoned(from, zone).round({ smallestUnit: 'hour', roundingMode: 'ceil' });
  for (; hour.epochMilliseconds < from + dayMs; hour = hour.add({ hours: 1 }))
    if (hour.hour % every === 0)
      out.push({ at: hour.epochMilliseconds, midnight: hour.hour === 0 });
  return out;
}

/** The part of a day gone at `at`, between 0 and 1. */
export const place = (at: number, from: number): number =>
  Math.min(1, Math.max(0, (at - from) / dayMs));

export interface Lane {
  readonly prompt: string;
  readonly moments: readonly PreviewMoment[];
}

/** A lane for each prompt that has moments, in the order of the prompts. */
export function lanes(moments: readonly PreviewMoment[], order: readonly string[]): Lane[] {
  const byPrompt = Map.groupBy(moments, ({ prompt }) => prompt);
  const known = order.filter((id) => byPrompt.has(id));
  const others = [...byPrompt.keys()].filter((id) => !order.includes(id));
  return [...known, ...others].map((prompt) => ({ prompt, moments: byPrompt.get(prompt) ?? [] }));
}

export const comes = ({ verdict }: PreviewMoment): boolean => verdict === 'shown';

/** The span between two clock times, the first one being the next to come; nothing when they are the same. */
export function nextSpan(
  from: number,
  until: number,
  now: number,
  zone: string,
): PreviewSpan | undefined {
  if (from === until) return undefined;
  const begin = nextAt(from, now, zone);
  return { from: begin, until: nextAt(until, begin, zone) };
}

/** The next instant at which the clock shows `minute`. */
export function nextAt(minute: number, now: number, zone: string): number {
  const today = zoned(now, zone).toPlainDate();
  const at = (days: number): number =>
    today
      .add({ days })
      .toPlainDateTime({ hour: Math.floor(minute / 60) % 24, minute: minute % 60 })
      .toZonedDateTime(zone).epochMilliseconds;
  return at(0) >= now ? at(0) : at(1);
}
