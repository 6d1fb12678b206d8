/** What was logged elsewhere, as a note of an anchor that it keeps. */
import { parseClock } from '../../../kernel/civil-time.ts';
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
