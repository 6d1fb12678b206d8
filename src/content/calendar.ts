/** Pauses in the person's own calendar. */
import { calendar } from './en/calendar.ts';
import { inTongues } from './spoken.ts';

export const calendarIn = inTongues(calendar);
