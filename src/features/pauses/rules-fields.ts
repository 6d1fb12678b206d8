/**
 * Between the rules and the flat fields of a settings record (`pauses.everyMinutes`, …), where each
 * field merges on its own. Whatever is stored, rules come out: odd values are repaired and reported.
 */
import { minutesToClock, parseClock } from '../../kernel/civil-time.ts';
import { type Json } from '../../kernel/json.ts';
import { type HoursRange } from './hours.ts';
import { defaultRules, ruleLimits, type OfferSurface, type PauseRules } from './rules.ts';

export interface RuleRepair {
  readonly field: string;
  readonly used: Json;
}

export const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const surfaces: readonly OfferSurface[] = ['badge', 'popup', 'window', 'notification', 'banner'];

/** Fields that are absent take the default without a report: nobody has chosen them yet. */
export function parseRules(fields: Readonly<Record<string, unknown>>): {
  rules: PauseRules;
  repairs: readonly RuleRepair[];
} {
  const repairs: RuleRepair[] = [];
  const read = <Value extends Json>(
    field: string,
    fallback: Value,
    parse: (stored: unknown) => Value | undefined,
  ): Value => {
    const name = `pauses.${field}`;
    const stored = fields[name];
    if (stored === undefined) return fallback;
    const used = parse(stored) ?? fallback;
    if (JSON.stringify(used) !== JSON.stringify(stored)) repairs.push({ field: name, used });
    return used;
  };
  const count = (field: keyof typeof ruleLimits): number =>
    read(field, defaultRules[field], (stored) => clamped(stored, ruleLimits[field]));
  const flag = (field: 'on' | 'chime'): boolean =>
    read(field, defaultRules[field], (stored) =>
      typeof stored === 'boolean' ? stored : undefined,
    );

  const rules: PauseRules = {
    on: flag('on'),
    everyMinutes: count('everyMinutes'),
    lengthSeconds: count('lengthSeconds'),
    snoozeMinutes: count('snoozeMinutes'),
    idleMinutes: count('idleMinutes'),
    withdrawMinutes: count('withdrawMinutes'),
    dayStart: count('dayStart'),
    betweenHours: read('betweenHours', defaultRules.betweenHours, (stored) =>
      stored === 'fresh' || stored === 'carry' ? stored : undefined,
    ),
    surfaces: read<OfferSurface[]>('surfaces', [...defaultRules.surfaces], (stored) =>
      Array.isArray(stored) ? surfaces.filter((surface) => stored.includes(surface)) : undefined,
    ),
    chime: flag('chime'),
    hours: weekdays.map((day, index) => {
      const usual = defaultRules.hours[index] ?? [];
      return parseDay(
        read(`hours.${day}`, serialiseDay(usual), (stored) =>
          typeof stored === 'string' ? repairedDay(stored) : undefined,
        ),
      );
    }),
  };
  return { rules, repairs };
}

function clamped(stored: unknown, [least, most]: readonly [number, number]): number | undefined {
  if (typeof stored !== 'number' || Number.isNaN(stored)) return undefined;
  return Math.round(Math.min(most, Math.max(least, stored)));
}

export const serialiseDay = (ranges: readonly HoursRange[]): string =>
  ranges.map(({ from, until }) => `${minutesToClock(from)}-${minutesToClock(until)}`).join(' ');

/** `09:00-12:00 13:00-17:30` as ranges; parts that make no sense are left out. */
function parseDay(text: string): HoursRange[] {
  return text.split(/\s+/).flatMap((part) => {
    const [from, until] = part.split('-').map((clock) => parseClock(withoutSeconds(clock)));
    if (from === undefined || until === undefined || from >= 1440) return [];
    return [{ from, until }];
  });
}

const withoutSeconds = (clock: string): string => clock.replace(/^(\d{1,2}:\d{2}):\d{2}$/, '$1');

/** Nothing when the text holds hours but none that can be read, so that the day is not closed by a typo. */
function repairedDay(text: string): string | undefined {
  const ranges = parseDay(text);
  return text.trim() !== '' && ranges.length === 0 ? undefined : serialiseDay(ranges);
}
