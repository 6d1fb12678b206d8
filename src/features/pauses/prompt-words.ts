/** When a prompt comes, as one sentence; and its next moment. */
import { dayOf, minutesToClock } from '../../kernel/civil-time.ts';
import { type PromptWords } from '../../content/prompts.ts';
import { type EngineState, type Moment } from './engine-state.ts';
import { nextPause } from './next.ts';
import { clockWords } from './next-words.ts';
import { mainPromptId, type Cadence, type Prompt } from './prompt.ts';
import { type PauseRules } from './rules.ts';

/** Its own name, or what tells it from the others. */
export function promptName(
  { id, name, cadence }: Pick<Prompt, 'id' | 'name' | 'cadence'>,
  { unnamed }: PromptWords,
): string {
  if (name.trim() !== '') return name.trim();
  if (id === mainPromptId) return unnamed.main;
  return cadence.type === 'anchor' ? unnamed.anchor[cadence.anchor] : unnamed[cadence.type];
}

/** The time of day as the person's language writes it. */
export const timeWords = (minute: number, locale?: string): string =>
  Temporal.PlainTime.from(minutesToClock(minute % 1440)).toLocaleString(locale, {
    hour: '2-digit',
    minute: '2-digit',
  });

/** Without a full stop's worth of detail that everybody has: hours only where they bind. */
export function promptSentence(
  { cadence, hours, zone }: Pick<Prompt, 'cadence' | 'hours' | 'zone'>,
  words: PromptWords,
  locale?: string,
): string {
  const { when } = words;
  const kept = typeof hours === 'string' ? when.hours[hours] : when.hours.own;
  const place = zone === null ? '' : when.zone(zoneName(zone));
  return `${[cadenceWords(cadence, words, locale), kept, place].filter(Boolean).join(', ')}.`;
}

/** `Europe/Berlin` as `Berlin`. */
export const zoneName = (zone: string): string =>
  (zone.split('/').at(-1) ?? zone).replaceAll('_', ' ');

function cadenceWords(cadence: Cadence, words: PromptWords, locale?: string): string {
  const { when, duration } = words;
  const clock = (minute: number): string => timeWords(minute, locale);
  switch (cadence.type) {
    case 'active':
      return when.active(cadence.everyMinutes);
    case 'clock':
      return when.clock(
        listWords(cadence.times.map(clock), locale),
        daysWords(cadence.days, words, locale),
      );
    case 'random': {
      const { count, from, until, gapMinutes, days } = cadence;
      const often = days.length === 7 ? when.aDay : daysWords(days, words, locale);
      const said = when.random(count, often, clock(from), clock(until));
      return count > 1 ? `${said}, ${when.apart(gapMinutes)}` : said;
    }
    case 'anchor': {
      const { now, later } = when.after[cadence.anchor];
      if (cadence.offsetMinutes === 0) return now;
      const length = duration(cadence.offsetMinutes);
      return `${length.charAt(0).toUpperCase()}${length.slice(1)} ${later}`;
    }
  }
}

function daysWords(days: readonly number[], words: PromptWords, locale?: string): string {
  const { when } = words;
  const key = days.toSorted((a, b) => a - b).join('');
  switch (key) {
    case '1234567':
      return when.days.all;
    case '12345':
      return when.days.week;
    case '67':
      return when.days.weekend;
    case '':
      return when.days.none;
    default:
      return when.on(
        listWords(
          words.days.long.filter((_, index) => days.includes(index + 1)),
          locale,
        ),
      );
  }
}

const listWords = (parts: readonly string[], locale?: string): string =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts);

/** What the row of a prompt says about its next moment; the other prompts are left out of it. */
export function promptNext(
  state: EngineState,
  prompt: Prompt,
  rules: PauseRules,
  at: Moment,
  words: PromptWords,
  locale?: string,
): string {
  if (!prompt.on) return words.off;
  const { next } = words;
  const still = state.prompts[prompt.id]?.notToday ?? '';
  if (still >= dayOf(at.wall, at.zone, rules.dayStart)) return next.notToday;
  const clock = (instant: number): string => clockWords(instant, at, locale);
  const slots = state.slots.filter((slot) => slot.prompt === prompt.id);
  const said = nextPause({ ...state, slots }, { ...rules, prompts: [prompt] }, at);
  switch (said.type) {
    case 'in':
      if (said.snoozed) return next.later(clock(said.at));
      if (said.minutes === 0) return next.moment;
      return said.minutes < 120 ? next.minutes(said.minutes) : next.at(clock(said.at));
    case 'offered':
    case 'open':
      return next.now;
    case 'held':
      return next.waits;
    case 'quiet':
      return next.quiet(clock(said.until));
    case 'away':
      return next.away;
    case 'off':
      return words.off;
    case 'outside': {
      const { cadence } = prompt;
      if (cadence.type === 'anchor' && cadence.anchor !== 'sleep') return next[cadence.anchor];
      return said.opens === undefined ? next.closed : next.opens(clock(said.opens));
    }
  }
}
