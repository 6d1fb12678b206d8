/** Reads stored fields one by one; what makes no sense is repaired, and each repair is told. */
import { minutesToClock, parseClock } from '../../kernel/civil-time.ts';
import { type Json } from '../../kernel/json.ts';
import { rangeBetween, type HoursRange, type WeekHours } from './hours.ts';

export interface RuleRepair {
  /** Of the settings record; a prompt's after the id of its record and a dot. */
  readonly field: string;
  readonly stored: unknown;
  readonly used: Json;
}

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const;

/** Fields that are absent take the default without a report: nobody has chosen them yet. */
export class FieldReader {
  readonly repairs: RuleRepair[] = [];
  readonly #fields: Readonly<Record<string, unknown>>;
  readonly #prefix: string;
  readonly #about: string;

  /** `about` goes before the name of a field in its repair. */
  constructor(fields: Readonly<Record<string, unknown>>, prefix: string, about = prefix) {
    this.#fields = fields;
    this.#prefix = prefix;
    this.#about = about;
  }

  read<Value extends Json>(
    field: string,
    fallback: Value,
    parse: (stored: unknown) => Value | undefined,
  ): Value {
    const stored = this.#fields[this.#prefix + field];
    if (stored === undefined) return fallback;
    const used = parse(stored) ?? fallback;
    if (JSON.stringify(used) !== JSON.stringify(stored))
      this.repairs.push({ field: this.#about + field, stored, used });
    return used;
  }

  count(field: string, fallback: number, [least, most]: readonly [number, number]): number {
    return this.read(field, fallback, (stored) =>
      typeof stored !== 'number' || Number.isNaN(stored)
        ? undefined
        : Math.round(Math.min(most, Math.max(least, stored))),
    );
  }

  flag(field: string, fallback: boolean): boolean {
    return this.read(field, fallback, (stored) =>
      typeof stored === 'boolean' ? stored : undefined,
    );
  }

  oneOf<Name extends string>(field: string, fallback: Name, names: readonly Name[]): Name {
    return this.read(field, fallback, (stored) => names.find((name) => name === stored));
  }

  text(field: string, fallback: string): string {
    return this.read(field, fallback, (stored) =>
      typeof stored === 'string' ? stored : undefined,
    );
  }

  /** Some of `names`, space-separated; nothing when none of what stands there is known. */
  some<Name extends string>(
    field: string,
    fallback: readonly Name[],
    names: readonly Name[],
  ): Name[] {
    const known = (text: string): Name[] =>
      names.filter((name) => text.split(/\s+/).includes(name));
    const kept = this.read(field, fallback.join(' '), (stored) => {
      if (typeof stored !== 'string') return undefined;
      return stored.trim() !== '' && known(stored).length === 0
        ? undefined
        : known(stored).join(' ');
    });
    return known(kept);
  }

  /** Clock times, `09:00 13:30`. */
  times(field: string, fallback: readonly number[]): number[] {
    const kept = this.read(field, fallback.map(minutesToClock).join(' '), (stored) => {
      if (typeof stored !== 'string') return undefined;
      const read = parseTimes(stored);
      return read.length === 0 ? undefined : read.map(minutesToClock).join(' ');
    });
    return parseTimes(kept);
  }

  week(field: string, fallback: WeekHours): WeekHours {
    return weekdays.map((day, index) =>
      parseDay(
        this.read(`${field}.${day}`, serialiseDay(fallback[index] ?? []), (stored) =>
          typeof stored === 'string' ? repairedDay(stored) : undefined,
        ),
      ),
    );
  }

  range(field: string, fallback: HoursRange): HoursRange {
    const kept = this.read(field, serialiseDay([fallback]), (stored) => {
      if (typeof stored !== 'string') return undefined;
      const [first] = parseDay(stored);
      return first && serialiseDay([first]);
    });
    return parseDay(kept)[0] ?? fallback;
  }
}

/** A field for a time knows no 24:00, so midnight as an end is written as the end of the day here. */
export const serialiseDay = (ranges: readonly HoursRange[]): string =>
  ranges
    .map(({ from, until }) => `${minutesToClock(from)}-${minutesToClock(until || 1440)}`)
    .join(' ');

/** `09:00-12:00 13:00-17:30` as ranges; parts that make no sense are left out. */
function parseDay(text: string): HoursRange[] {
  return text.split(/\s+/).flatMap((part) => {
    const [from, until] = part.split('-').map((clock) => parseClock(withoutSeconds(clock)));
    if (from === undefined || until === undefined) return [];
    return rangeBetween(from, until) ?? [];
  });
}

function parseTimes(text: string): number[] {
  const minutes = text.split(/\s+/).map((clock) => parseClock(withoutSeconds(clock)));
  const valid = minutes.filter((minute) => minute !== undefined && minute < 1440);
  return [...new Set(valid as number[])].sort((a, b) => a - b).slice(0, timesLimit);
}

/** One an hour: what comes more often is no clock but an interval (chosen). */
const timesLimit = 24;

const withoutSeconds = (clock: string): string => clock.replace(/^(\d{1,2}:\d{2}):\d{2}$/, '$1');

/** Nothing when the text holds hours but none that can be read, so that the day is not closed by a typo. */
function repairedDay(text: string): string | undefined {
  const ranges = parseDay(text);
  if (text.trim() !== '' && ranges.length === 0) return undefined;
  const read = serialiseDay(ranges);
  // An end at midnight was once written as 00:00, which is no mistake of anybody's.
  return read === text.replaceAll('-00:00', '-24:00') ? text : read;
}
