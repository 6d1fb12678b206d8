/** The moments of prompts that keep a clock: chosen times, times drawn at random, and before usual sleep. */
import { hourMs, instantOf, minutesToClock, zoned } from '../../kernel/civil-time.ts';
import { type Prompt } from './prompt.ts';
import { drawMinutes } from './random-times.ts';
import { type PauseRules } from './rules.ts';

export interface Occurrence {
  readonly slot: string;
  readonly at: number;
  /** What the clock shows then, as `2026-11-24T09:00`. */
  readonly civil: string;
}

/** Whether the prompt comes at times that are known in advance. */
export const keepsClock = ({ cadence }: Prompt): boolean =>
  cadence.type === 'clock' ||
  cadence.type === 'random' ||
  (cadence.type === 'anchor' && cadence.anchor === 'sleep');

/** The occurrences that belong to one civil date, in order. A time that spring skips is the first that exists. */
export function occurrencesOn(
  prompt: Prompt,
  date: Temporal.PlainDate,
  zone: string,
  usualSleep: PauseRules['usualSleep'],
): readonly Occurrence[] {
  const name = `${date.toString()} ${zone} ${usualSleep}`;
  const known = remembered.get(prompt) ?? new Map<string, readonly Occurrence[]>();
  remembered.set(prompt, known);
  const found = known.get(name);
  if (found) return found;
  const occurrences = minutesOn(prompt, date, usualSleep)
    .map((minute) => occurrence(prompt, date, minute, zone))
    .sort((a, b) => a.at - b.at);
  if (known.size >= rememberedDays) known.clear();
  known.set(name, occurrences);
  return occurrences;
}

/** Asked at every heartbeat for the same few days; a prompt is never changed, only replaced. */
const remembered = new WeakMap<Prompt, Map<string, readonly Occurrence[]>>();
const rememberedDays = 8;

/** Minutes since the midnight that begins `date`; past 1440 for what falls into the next day. */
function minutesOn(
  { id, cadence }: Prompt,
  date: Temporal.PlainDate,
  usualSleep: number,
): readonly number[] {
  switch (cadence.type) {
    case 'active':
      return [];
    case 'clock':
      return cadence.days.includes(date.dayOfWeek) ? [...new Set(cadence.times)] : [];
    case 'random': {
      if (!cadence.days.includes(date.dayOfWeek)) return [];
      const { from, until, count, gapMinutes } = cadence;
      const window = until > from ? until - from : until + 1440 - from;
      const drawn = drawMinutes(`${id} ${date.toString()}`, count, window, gapMinutes);
      return drawn.map((minute) => from + minute);
    }
    case 'anchor':
      // Sleep after midnight still belongs to the evening before.
      return cadence.anchor === 'sleep' ? [(usualSleep - cadence.offsetMinutes + 1440) % 1440] : [];
  }
}

function occurrence(
  { id, zone: fixed }: Prompt,
  date: Temporal.PlainDate,
  minute: number,
  zone: string,
): Occurrence {
  const day = minute >= 1440 ? date.add({ days: 1 }) : date;
  const civil = `${day.toString()}T${minutesToClock(minute % 1440)}`;
  // A fixed zone is part of the name: the same clock time elsewhere is another moment.
  const slot = `slot:${id}:${civil}${fixed === null ? '' : `[${fixed}]`}`;
  return { slot, civil, at: instantOf(day, minute % 1440, zone) };
}

/** The next occurrence strictly after an instant, within eight days; none when the prompt keeps no clock. */
export function nextOccurrence(
  prompt: Prompt,
  wall: number,
  zone: string,
  usualSleep: number,
): Occurrence | undefined {
  if (!keepsClock(prompt)) return undefined;
  const place = `${zone} ${usualSleep}`;
  const known = coming.get(prompt);
  if (known?.place === place && known.from <= wall && wall < (known.next?.at ?? known.until))
    return known.next;
  const next = lookAhead(prompt, wall, zone, usualSleep);
  coming.set(prompt, { place, from: wall, next, until: wall + dayMs });
  return next;
}

/** The last answer holds until its moment has come, or for a day when there is none. */
const coming = new WeakMap<
  Prompt,
  { place: string; from: number; next: Occurrence | undefined; until: number }
>();
const dayMs = 24 * hourMs;
const daysAhead = 8;

function lookAhead(
  prompt: Prompt,
  wall: number,
  zone: string,
  usualSleep: number,
): Occurrence | undefined {
  const today = zoned(wall, zone).toPlainDate();
  // One day early, for a window that began before midnight.
  for (let ahead = -1; ahead <= daysAhead; ahead++) {
    const date = today.add({ days: ahead });
    const next = occurrencesOn(prompt, date, zone, usualSleep).find(({ at }) => at > wall);
    if (next) return next;
  }
  return undefined;
}
