/** Lengths and moments as a scenario writes them: `1h 30m`; `09:30`, `2026-11-23T09:30`, `+1h 30m`. */
import { zoned } from '../../../kernel/civil-time.ts';

const unitMs = { d: 86_400_000, h: 3_600_000, m: 60_000, s: 1_000 } as const;
type Unit = keyof typeof unitMs;

/** Milliseconds of `1h 30m`, `90s`, `-1h`; nothing for what is no length. */
export function lengthOf(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined;
  const [, sign, parts] = /^([+-]?)\s*((?:\d+(?:\.\d+)?\s*[dhms]\s*)+)$/.exec(value.trim()) ?? [];
  if (parts === undefined) return undefined;
  let ms = 0;
  for (const [, amount, unit] of parts.matchAll(/(\d+(?:\.\d+)?)\s*([dhms])/g))
    ms += Number(amount) * unitMs[unit as Unit];
  const whole = Math.round(sign === '-' ? -ms : ms);
  return Number.isSafeInteger(whole) ? whole : undefined;
}

export const lengthHint = 'write lengths as 50m, 1h 30m, 45s or 2d';
export const momentHint =
  'write moments as 09:30, 2026-11-23T09:30, 2026-11-23T09:30+01:00 or, since the start, +1h 30m';

/** The instant of a whole date and time: by the clock of the zone, unless it names its own offset. */
export function instantAt(value: unknown, zone: string): number | undefined {
  if (typeof value !== 'string' || !/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}/.test(value)) return undefined;
  try {
    return /(Z|[+-]\d{2}:\d{2})$/.test(value)
      ? Temporal.Instant.from(value).epochMilliseconds
      : Temporal.PlainDateTime.from(value, { overflow: 'reject' }).toZonedDateTime(zone)
          .epochMilliseconds;
  } catch {
    return undefined; // no such time
  }
}

/** When something happens; a bare clock time is the first one not before `notBefore`. */
export function momentOf(
  value: unknown,
  zone: string,
  start: number,
  notBefore: number,
): number | undefined {
  if (typeof value !== 'string') return undefined;
  if (value.trim().startsWith('+')) {
    const after = lengthOf(value);
    return after === undefined ? undefined : start + after;
  }
  const clock = /^(\d{1,2}):(\d{2})(?::(\d{2}))?$/.exec(value.trim());
  if (!clock) return instantAt(value, zone);
  const [hour = 0, minute = 0, second = 0] = clock.slice(1).map((part) => Number(part) || 0);
  if (hour > 23 || minute > 59 || second > 59) return undefined;
  const date = zoned(notBefore, zone).toPlainDate();
  for (const days of [0, 1]) {
    const at = date.add({ days }).toPlainDateTime({ hour, minute, second });
    const instant = at.toZonedDateTime(zone).epochMilliseconds;
    if (instant >= notBefore) return instant;
  }
  return undefined;
}
