/** What a person decides, as the fields it is kept in; apart from reading, which a first screen needs sooner. */
import { minutesToClock } from '../../kernel/civil-time.ts';
import { type Json } from '../../kernel/json.ts';
import { type WeekHours } from './hours.ts';
import { causes } from './policies.ts';
import { type Cadence, type Prompt } from './prompt.ts';
import { offPrefix, rulesPrefix } from './rules-fields.ts';
import { type PauseRules } from './rules.ts';
import { serialiseDay, weekdays } from './stored-fields.ts';

/** Every field of a settings record that the rules take up; prompts have records of their own. */
export function serialiseRules(rules: Omit<PauseRules, 'prompts'>): Record<string, Json> {
  const { hours, policies, daysOff, ...numbers } = rules;
  const flat = Object.entries(numbers).filter(([field]) => field !== 'prompts');
  return Object.fromEntries([
    ...flat.map(([field, value]): [string, Json] => [rulesPrefix + field, value]),
    ...serialiseWeek(`${rulesPrefix}hours`, hours),
    ...causes.map((cause): [string, Json] => [
      `${rulesPrefix}policy.${cause}`,
      `${policies[cause].counts} ${policies[cause].back}`,
    ]),
    ...daysOff.map(({ from, until }): [string, Json] => [offPrefix + from, until]),
  ]);
}

const serialiseWeek = (field: string, week: WeekHours): [string, Json][] =>
  weekdays.map((day, index) => [`${field}.${day}`, serialiseDay(week[index] ?? [])]);

/** Every field of a prompt's record; `order` is its place among the others. */
export function promptFields(prompt: Prompt, order?: number): Record<string, Json> {
  const { name, on, hours, zone, level, practice, chime, notice, together } = prompt;
  return {
    name,
    on,
    ...cadenceFields(prompt.cadence),
    hours: typeof hours === 'string' ? hours : 'own',
    ...(typeof hours !== 'string' && Object.fromEntries(serialiseWeek('hours', hours))),
    zone,
    length: prompt.lengthSeconds,
    level,
    decks: prompt.decks.join(' '),
    practice: practice ?? '',
    chime,
    notice,
    together,
    ...(order !== undefined && { order }),
  };
}

function cadenceFields(cadence: Cadence): Record<string, Json> {
  const { type } = cadence;
  const named = (of: readonly number[]): string =>
    weekdays.filter((_, index) => of.includes(index + 1)).join(' ');
  switch (type) {
    case 'active':
      return { cadence: type, every: cadence.everyMinutes };
    case 'clock':
      return {
        cadence: type,
        times: cadence.times.map(minutesToClock).join(' '),
        days: named(cadence.days),
      };
    case 'random':
      return {
        cadence: type,
        count: cadence.count,
        window: serialiseDay([cadence]),
        gap: cadence.gapMinutes,
        days: named(cadence.days),
      };
    case 'anchor':
      return { cadence: type, anchor: cadence.anchor, offset: cadence.offsetMinutes };
  }
}
