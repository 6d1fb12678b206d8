import { type Json } from '../../kernel/json.ts';
import { type WeekHours } from './hours.ts';
import { serialiseDay, weekdays } from './rules-fields.ts';
import { type PauseRules } from './rules.ts';

/** Every field of a settings record that the rules take up. */
export function serialiseRules(rules: PauseRules): Record<string, Json> {
  const { hours, ...flat } = rules;
  return Object.fromEntries([
    ...Object.entries(flat).map(([field, value]): [string, Json] => [`pauses.${field}`, value]),
    ...serialiseHours(hours),
  ]);
}

const serialiseHours = (hours: WeekHours): [string, Json][] =>
  weekdays.map((day, index) => [`pauses.hours.${day}`, serialiseDay(hours[index] ?? [])]);
