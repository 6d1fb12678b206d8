/** The pauses that keep a clock, as a file for the person's own calendar. Fetched when it is asked for. */
import { calendarFile, type CalendarWords } from '../features/pauses/calendar-file.ts';
import { calendarPlan } from '../features/pauses/calendar.ts';
import { wireIdOf } from '../vault/keys.ts';
import type { Comma } from './comma.svelte.ts';
import { saveFile } from './save-file.ts';

export interface CalendarSaved {
  /** Moments that come back each week. */
  readonly weekly: number;
  readonly single: number;
}

/** Saves nothing when there is nothing to ring for. */
export async function saveCalendar(comma: Comma, words: CalendarWords): Promise<CalendarSaved> {
  const { state, rules, now } = comma.pauses;
  const plan = state ? calendarPlan(state, rules, now) : { weekly: [], single: [] };
  const saved = {
    weekly: plan.weekly.reduce((sum, { days }) => sum + days.length, 0),
    single: plan.single.length,
  };
  if (saved.weekly + saved.single === 0) return saved;
  const { keys } = comma.vault;
  const ids = new Map<string, string>();
  for (const { name } of [...plan.weekly, ...plan.single])
    ids.set(name, await wireIdOf(keys, `calendar ${name}`));
  const idOf = (name: string): string => ids.get(name) ?? name;
  saveFile('comma.ics', calendarFile(plan, words, idOf, now.wall), 'text/calendar');
  return saved;
}
