/** Clock times that carry how far they are from Greenwich, which is no place yet. */
import { zoned } from '../../../kernel/civil-time.ts';
import { inLatinDigits, plainTime } from './wall.ts';

export interface OffsetTime {
  /** Epoch milliseconds. */
  readonly instant: number;
  /** As `+01:00`: a zone of its own, where no place had it then. */
  readonly offset: string;
}

/** Of `2010-11-12 13:14+0000`, with or without seconds and a colon; undefined for anything else. */
export function offsetTime(told: string): OffsetTime | undefined {
  const [, date, clock, sign, hours, minutes] =
    /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d)?) ?([+-])(\d\d):?(\d\d)$/.exec(
      inLatinDigits(told.trim()),
    ) ?? [];
  const wall = plainTime(`${date ?? ''}T${clock ?? ''}`);
  if (!wall || sign === undefined || hours === undefined || minutes === undefined) return undefined;
  if (Number(hours) > 15 || Number(minutes) > 59) return undefined;
  const offset = `${sign}${hours}:${minutes}`;
  const { epochMilliseconds } = Temporal.Instant.from(`${wall.toString()}${offset}`);
  return { instant: epochMilliseconds, offset };
}

/** Whether the clocks of that place were that far from Greenwich then. */
export const isOffsetOf = ({ instant, offset }: OffsetTime, zone: string): boolean =>
  zoned(instant, zone).offset === offset.replace('-00:00', '+00:00');
