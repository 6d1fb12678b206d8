/** A plan for calendars as a file (RFC 5545). It is read by others: its words say nothing of what a prompt is for. */
import ical, {
  ICalAlarmType,
  ICalEventClass,
  ICalEventRepeatingFreq,
  ICalEventTransparency,
  ICalWeekday,
  type ICalEventData,
} from 'ical-generator';

import { type CalendarPlan, type SingleRing, type WeeklyRing } from './calendar.ts';

/** What a calendar shows. */
export interface CalendarWords {
  readonly title: string;
  readonly language: string;
}

const weekdays = [
  ICalWeekday.MO,
  ICalWeekday.TU,
  ICalWeekday.WE,
  ICalWeekday.TH,
  ICalWeekday.FR,
  ICalWeekday.SA,
  ICalWeekday.SU,
];

/** `idOf` gives each ring the name by which calendars know it; `wall` tells which of two files is the younger one. */
export function calendarFile(
  { weekly, single }: CalendarPlan,
  { title, language }: CalendarWords,
  idOf: (name: string) => string,
  wall: number,
): string {
  const calendar = ical({
    name: title,
    prodId: { company: 'Comma', product: 'Comma', language: language.toUpperCase() },
  });
  const common = {
    summary: title,
    stamp: Temporal.Instant.fromEpochMilliseconds(wall),
    // Calendars take a ring they know already only with a higher number; minutes fit for ages.
    sequence: Math.floor(wall / 60_000),
    class: ICalEventClass.PRIVATE,
    // Nobody who asks for a meeting sees the person as busy.
    transparency: ICalEventTransparency.TRANSPARENT,
    alarms: [{ type: ICalAlarmType.display, trigger: 0, description: title }],
  };
  const eventOf = (ring: WeeklyRing | SingleRing): ICalEventData => ({
    ...common,
    id: idOf(ring.name),
    ...timesOf(ring),
  });
  for (const ring of weekly)
    calendar.createEvent({
      ...eventOf(ring),
      repeating: {
        freq: ICalEventRepeatingFreq.WEEKLY,
        byDay: ring.days.flatMap((day) => weekdays[day - 1] ?? []),
        ...(ring.except.length > 0 && {
          exclude: ring.except.map((civil) => Temporal.PlainDateTime.from(civil)),
        }),
      },
    });
  for (const ring of single) calendar.createEvent(eventOf(ring));
  return calendar.toString();
}

function timesOf(ring: WeeklyRing | SingleRing): Pick<ICalEventData, 'start' | 'end' | 'floating'> {
  // Calendars draw whole minutes.
  const length = { minutes: Math.max(1, Math.ceil(ring.lengthSeconds / 60)) };
  if (ring.civil !== null) {
    const start = Temporal.PlainDateTime.from(ring.civil);
    return { start, end: start.add(length), floating: true };
  }
  const start = Temporal.Instant.fromEpochMilliseconds(ring.at);
  return { start, end: start.add(length) };
}
