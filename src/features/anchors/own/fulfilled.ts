/** What was logged elsewhere, as a note of an anchor that it keeps. */
import { minuteOfDay, parseClock } from '../../../kernel/civil-time.ts';
import type { Occasion } from '../log/occasion.ts';
import type { Movement } from '../movement/movement.ts';
import type { Night } from '../sleep/night.ts';
import type { Anchor } from './anchor.ts';
import type { DayNoted } from './day-note.ts';

/** A saved night keeps an anchor of its morning; one that asks for a time is about going to bed. */
function notedOfNight(
  { sort }: Pick<Anchor, 'sort'>,
  { intoBed }: Pick<Night, 'intoBed'>,
): DayNoted | null {
  if (sort !== 'clock') return { type: 'yes' };
  const minute = intoBed === null ? undefined : parseClock(intoBed);
  return minute === undefined ? null : { type: 'clock', minute };
}

/** Of the nights of one morning the one that says most. */
export const notedOfNights = (
  anchor: Pick<Anchor, 'sort'>,
  nights: readonly Pick<Night, 'intoBed'>[],
): DayNoted | null =>
  nights.reduce<DayNoted | null>((noted, night) => noted ?? notedOfNight(anchor, night), null);

/** What happened on a day keeps an anchor of that day; one that asks for a time takes the first of it. */
export function notedOfOccasions(
  { sort }: Pick<Anchor, 'sort'>,
  occasions: readonly Pick<Occasion, 'at' | 'zone'>[],
): DayNoted | null {
  const [first] = occasions.toSorted((a, b) => a.at - b.at);
  if (!first) return null;
  return sort === 'clock'
    ? { type: 'clock', minute: minuteOfDay(first.at, first.zone) }
    : { type: 'yes' };
}

/** An amount of movement is its minutes; where nobody measured them, any length counts. */
export function notedOfMovements(
  anchor: Pick<Anchor, 'sort'>,
  movements: readonly Pick<Movement, 'at' | 'zone' | 'minutes'>[],
): DayNoted | null {
  const amount = movements.reduce((sum, { minutes }) => sum + (minutes ?? 0), 0);
  return anchor.sort === 'amount' && amount > 0
    ? { type: 'amount', amount }
    : notedOfOccasions(anchor, movements);
}
