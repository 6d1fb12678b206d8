/** The next pause in words: one line to read at a glance and one below it. */
import { zoned } from '../../kernel/civil-time.ts';
import { isOffOn } from './days-off.ts';
import type { EngineState } from './engine-state.ts';
import type { NextPause } from './next.ts';
import type { PauseRules } from './rules.ts';
import { inForce, isShared } from './whereabouts.ts';

export interface NextWords {
  readonly title: string;
  readonly below: string;
  /** What the button says that takes a pause now. */
  readonly take: string;
}

const take = 'Pause now';
/** Keeps the place of a line until it is known. */
const notYet = '\u00a0';

/** What goes on beside the next pause, and changes what is said of it. */
export interface Beside {
  /** The person's own name for it; absent while others see the screen. */
  readonly name?: string;
  /** The person is in a call, until they say so or until then at the latest. */
  readonly call?: { readonly until?: number };
  /** Today is one of the days off. */
  readonly off?: boolean;
}

export function besideNext(
  next: NextPause | null | undefined,
  { call, around }: Pick<EngineState, 'call' | 'around'>,
  { prompts, daysOff }: Pick<PauseRules, 'prompts' | 'daysOff'>,
  { wall, zone }: { readonly wall: number; readonly zone: string },
): Beside {
  const id = next && 'prompt' in next && !isShared({ around }) ? next.prompt : undefined;
  const name = prompts.find((prompt) => prompt.id === id)?.name.trim() ?? '';
  const today = zoned(wall, zone).toPlainDate().toString();
  const told = call && call.until > wall ? { until: call.until } : undefined;
  const inCall = told ?? (inForce({ around }).includes('meeting') ? {} : undefined);
  return {
    ...(name !== '' && { name }),
    ...(inCall && { call: inCall }),
    off: isOffOn(daysOff, today),
  };
}

type Clock = (instant: number) => string;

/** Without `clocks` a line that tells a clock time keeps its place: it will be said in a moment. */
export function nextWords(
  next: NextPause | null | undefined,
  at: { readonly wall: number; readonly zone: string },
  locale?: string,
  beside: Beside = {},
  clocks = true,
): NextWords {
  if (next === undefined) return { title: notYet, below: notYet, take };
  if (clocks)
    return wordsOf(
      next,
      beside,
      (instant) => clockWords(instant, at, locale),
      (instant) => atClockWords(instant, at, locale),
    );
  const { title, below } = wordsOf(
    next,
    beside,
    () => notYet,
    () => notYet,
  );
  const held = (line: string): string => (line.includes(notYet) ? notYet : line);
  return { title: held(title), below: held(below), take };
}

function wordsOf(
  next: NextPause | null,
  { name, call, off = false }: Beside,
  clock: Clock,
  atClock: Clock,
): NextWords {
  switch (next?.type) {
    case undefined:
      return { title: 'A pause whenever you like', below: 'Ninety seconds is plenty.', take };
    case 'in':
      if (call)
        return {
          title: 'In a call',
          below:
            call.until === undefined
              ? 'Pauses wait until it is over.'
              : `Pauses wait until it is over, ${clock(call.until)} at the latest.`,
          take,
        };
      if (next.snoozed)
        return {
          title: comingTitle(next, atClock),
          below: `Later, as you asked: ${atClock(next.at)}.`,
          take,
        };
      return {
        title: comingTitle(next, atClock),
        below: name
          ? `“${name}”. Or take a pause now.`
          : 'Or take one now. Ninety seconds is plenty.',
        take,
      };
    case 'offered':
      return {
        title: 'A comma, if you like',
        below: `${name ? `“${name}”. ` : ''}It waits a few minutes, then lets go.`,
        take,
      };
    case 'open':
      return { title: 'A pause is open', below: 'Take your time.', take };
    case 'held':
      return {
        title: 'A pause waits',
        below:
          next.cause === 'media'
            ? 'It comes when what is playing ends.'
            : 'It comes once, after your call.',
        take,
      };
    case 'quiet':
      return { title: `Quiet until ${clock(next.until)}`, below: 'Comma asks nothing.', take };
    case 'outside':
      if (off)
        return {
          title: 'Off today',
          below:
            next.opens === undefined
              ? 'No pauses come by themselves.'
              : `Pauses begin again ${clock(next.opens)}.`,
          take,
        };
      if (next.closes !== undefined)
        return {
          title: 'No more pauses today',
          below: `Your hours end ${clock(next.closes)}, before the next one would come.`,
          take,
        };
      return {
        title: 'Outside your hours',
        below:
          next.opens === undefined ? 'No hours are set.' : `Pauses begin ${clock(next.opens)}.`,
        take,
      };
    case 'away':
      return { title: 'Resting while you are away', below: 'Being away counts.', take };
    case 'off':
      return { title: 'Pauses are off', below: 'Take one whenever you like.', take };
  }
}

function comingTitle({ minutes, at }: Extract<NextPause, { type: 'in' }>, atClock: Clock): string {
  if (minutes === 0) return 'Next pause any moment';
  return minutes < 120 ? `Next pause in ${minutes} min` : `Next pause ${atClock(at)}`;
}

/** The number that stands large in the toolbar popup; null when minutes are not what matters. */
export const minutesShown = (
  next: NextPause | null | undefined,
  { call }: Beside = {},
): number | null => (next?.type === 'in' && !call && next.minutes < 120 ? next.minutes : null);

/** `at 14:00`; a day speaks for itself: `Friday 09:00`. */
export function atClockWords(
  instant: number,
  at: { readonly wall: number; readonly zone: string },
  locale?: string,
): string {
  const said = clockWords(instant, at, locale);
  return isSameDay(instant, at) ? `at ${said}` : said;
}

const isSameDay = (
  instant: number,
  { wall, zone }: { readonly wall: number; readonly zone: string },
): boolean => zoned(instant, zone).toPlainDate().equals(zoned(wall, zone).toPlainDate());

/** The clock time, with its day when that is not today. */
export function clockWords(
  instant: number,
  at: { readonly wall: number; readonly zone: string },
  locale?: string,
): string {
  return zoned(instant, at.zone).toLocaleString(locale, {
    hour: '2-digit',
    minute: '2-digit',
    ...(!isSameDay(instant, at) && { weekday: 'long' }),
  });
}
