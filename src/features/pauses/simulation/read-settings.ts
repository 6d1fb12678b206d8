/** The settings of a scenario, read and repaired by the very code that reads a person's own. */
import { isDate } from '../../../kernel/civil-time.ts';
import { type Json } from '../../../kernel/json.ts';
import { causes } from '../policies.ts';
import { mainPromptId } from '../prompt.ts';
import { promptRecordId, type StoredPrompt } from '../prompt-fields.ts';
import { ruleLimits, type PauseRules } from '../rules.ts';
import { offPrefix, parseRules, rulesPrefix } from '../rules-fields.ts';
import { weekdays, type RuleRepair } from '../stored-fields.ts';
import { inside, shown, type Problems } from './problems.ts';

const promptsLimit = 1_000;
const numbers = ['on', ...Object.keys(ruleLimits)];
const promptNames = [
  ...['id', 'name', 'on', 'cadence', 'every', 'times', 'days', 'count', 'window', 'gap', 'anchor'],
  ...['offset', 'hours', 'zone', 'length', 'level', 'decks', 'practice', 'chime', 'notice'],
  'together',
];

export interface ReadSettings {
  readonly rules: PauseRules;
  readonly repairs: readonly RuleRepair[];
  /** The same as sentences, with the paths of the scenario. */
  readonly repaired: readonly string[];
}

type Fields = Record<string, unknown>;

export function readSettings(
  scenario: ReadonlyMap<string, unknown>,
  problems: Problems,
): ReadSettings {
  const paths = new Map<string, string>();
  const stored: Fields = {};
  const keep = (field: string, path: string, value: unknown): void => {
    stored[rulesPrefix + field] = value;
    paths.set(rulesPrefix + field, path);
  };
  const settings = optional(scenario, 'settings', numbers, problems);
  for (const [name, value] of settings) keep(name, `settings.${name}`, value);
  const policies = optional(scenario, 'policies', causes, problems);
  for (const [cause, value] of policies) keep(`policy.${cause}`, `policies.${cause}`, value);
  const hours = weekOf(scenario.get('hours'), 'hours', problems);
  for (const [day, text] of hours) keep(`hours.${day}`, pathOfDay(scenario, 'hours', day), text);
  for (const [from, until] of daysOffOf(scenario.get('daysOff'), problems))
    stored[offPrefix + from] = until;
  const records = promptsOf(scenario.get('prompts'), problems, paths);
  const { rules, repairs } = parseRules(stored, records);
  const repaired = repairs.map(({ field, stored: given, used }) => {
    const path = paths.get(field) ?? paths.get(field.slice(0, field.lastIndexOf('.'))) ?? field;
    return `${path}: ${shown(given)} makes no sense here, so ${shown(used)} is used.`;
  });
  return { rules, repairs, repaired };
}

const none: ReadonlyMap<string, unknown> = new Map<string, unknown>();

function optional(
  scenario: ReadonlyMap<string, unknown>,
  name: string,
  known: readonly string[],
  problems: Problems,
): ReadonlyMap<string, unknown> {
  const value = scenario.get(name);
  return value === undefined ? none : (problems.fields(value, name, known) ?? none);
}

/** One text for every day, or days by name; a day that is not named has no hours. */
function weekOf(value: unknown, path: string, problems: Problems): [day: string, text: unknown][] {
  if (value === undefined) return [];
  if (typeof value === 'string') return weekdays.map((day) => [day, value]);
  const days = problems.fields(value, path, weekdays);
  return days ? weekdays.map((day) => [day, days.get(day) ?? '']) : [];
}

const pathOfDay = (fields: ReadonlyMap<string, unknown>, path: string, day: string): string =>
  typeof fields.get('hours') === 'string' ? path : inside(path, day);

function* daysOffOf(value: unknown, problems: Problems): Generator<[from: string, until: string]> {
  for (const [index, off] of problems.list(value, 'daysOff', 1_000).entries()) {
    const [from, until = from] = typeof off === 'string' ? off.split('..') : [];
    if (from !== undefined && until !== undefined && isDate(from) && isDate(until) && from <= until)
      yield [from, until];
    else
      problems.add(
        `daysOff[${index}]`,
        `${shown(off)} is no date; write 2026-12-24, or 2026-12-24..2026-12-26.`,
      );
  }
}

function promptsOf(
  value: unknown,
  problems: Problems,
  paths: Map<string, string>,
): readonly StoredPrompt[] {
  if (value === undefined) return [];
  const records = problems.list(value, 'prompts', promptsLimit).flatMap((prompt, index) => {
    const path = `prompts[${index}]`;
    const fields = problems.fields(prompt, path, promptNames);
    if (!fields) return [];
    const id = fields.get('id') ?? (index === 0 ? mainPromptId : `prompt-${index + 1}`);
    if (typeof id !== 'string' || !/^[\w-]{1,60}$/.test(id)) {
      problems.add(`${path}.id`, `${shown(id)} is no id; use letters, digits, - and _.`);
      return [];
    }
    const record = { id: promptRecordId(id), fields: recordFields(fields, path, problems) };
    for (const name of [...fields.keys(), ...Object.keys(record.fields)])
      paths.set(`${record.id}.${name}`, `${path}.${name}`);
    // It was read from JSON.
    const stored = { ...record.fields, order: index } as Record<string, Json>;
    return [{ ...record, fields: stored, alive: true }];
  });
  const ids = records.map(({ id }) => id);
  for (const id of new Set(ids.filter((each, index) => ids.indexOf(each) !== index)))
    problems.add(
      'prompts',
      `two of them have the id ${shown(id.slice(promptRecordId('').length))}.`,
    );
  // A scenario has the prompts it names and no other.
  const main = { id: promptRecordId(mainPromptId), fields: {}, alive: false };
  return ids.includes(main.id) ? records : [...records, main];
}

function recordFields(
  fields: ReadonlyMap<string, unknown>,
  path: string,
  problems: Problems,
): Record<string, unknown> {
  const hours = fields.get('hours');
  const plain = [...fields].filter(([name]) => name !== 'id' && name !== 'hours');
  const named = hours === 'usual' || hours === 'any' || hours === undefined;
  const week = named ? [] : weekOf(hours, `${path}.hours`, problems);
  return {
    ...Object.fromEntries(plain),
    ...(hours !== undefined && { hours: named ? hours : 'own' }),
    ...Object.fromEntries(week.map(([day, text]) => [`hours.${day}`, text])),
  };
}
