/** The next pause in words: one line to read at a glance and one below it. */
import { zoned } from '../../kernel/civil-time.ts';
import type { NextPause } from './next.ts';

export interface NextWords {
  readonly title: string;
  readonly below: string;
  /** What the button says that takes a pause now. */
  readonly take: string;
}

const take = 'Pause now';

export function nextWords(
  next: NextPause | null,
  at: { readonly wall: number; readonly zone: string },
  locale?: string,
): NextWords {
  const clock = (instant: number): string => clockWords(instant, at, locale);
  switch (next?.type) {
    case undefined:
      return { title: 'A pause whenever you like', below: 'Ninety seconds is plenty.', take };
    case 'in':
      return {
        title: comingTitle(next.minutes, clock(next.at)),
        below: next.snoozed
          ? `Later, as you asked: at ${clock(next.at)}.`
          : 'Or take one now. Ninety seconds is plenty.',
        take,
      };
    case 'offered':
      return {
        title: 'A comma, if you like',
        below: 'It waits a few minutes, then lets go.',
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

function comingTitle(minutes: number, clock: string): string {
  if (minutes === 0) return 'Next pause any moment';
  return minutes < 120 ? `Next pause in ${minutes} min` : `Next pause at ${clock}`;
}

/** The number that stands large in the toolbar popup; null when minutes are not what matters. */
export const minutesShown = (next: NextPause | null): number | null =>
  next?.type === 'in' && next.minutes < 120 ? next.minutes : null;

/** The clock time, with its day when that is not today. */
export function clockWords(
  instant: number,
  { wall, zone }: { readonly wall: number; readonly zone: string },
  locale?: string,
): string {
  const then = zoned(instant, zone);
  const otherDay = !then.toPlainDate().equals(zoned(wall, zone).toPlainDate());
  return then.toLocaleString(locale, {
    hour: '2-digit',
    minute: '2-digit',
    ...(otherDay && { weekday: 'long' }),
  });
}
