/** The next pause in words: one line to read at a glance and one below it. */
import type { NextPause } from './next.ts';

export interface NextWords {
  readonly title: string;
  readonly below: string;
  /** What the button says that takes a pause now. */
  readonly take: string;
}

const take = 'Pause now';

export function nextWords(next: NextPause | null, zone: string, locale?: string): NextWords {
  const clock = (instant: number): string => clockWords(instant, zone, locale);
  switch (next?.type) {
    case undefined:
      return { title: 'A pause whenever you like', below: 'Ninety seconds is plenty.', take };
    case 'in':
      return {
        title: next.minutes === 0 ? 'Next pause any moment' : `Next pause in ${next.minutes} min`,
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

/** The number that stands large in the toolbar popup; null when minutes are not what matters. */
export const minutesShown = (next: NextPause | null): number | null =>
  next?.type === 'in' ? next.minutes : null;

function clockWords(instant: number, zone: string, locale?: string): string {
  return Temporal.Instant.fromEpochMilliseconds(instant)
    .toZonedDateTimeISO(zone)
    .toLocaleString(locale, { hour: '2-digit', minute: '2-digit' });
}
