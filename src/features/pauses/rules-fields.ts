/**
 * Between the rules and what is stored: the flat fields of the settings record (`pauses.snoozeMinutes`, …)
 * and one record a prompt. Whatever is stored, rules come out: odd values are repaired and reported.
 */
import { defaultDayStart, isDate } from '../../kernel/civil-time.ts';
import { type DatesOff } from './hours.ts';
import { causes, countings, returnings, type Policies, type Policy } from './policies.ts';
import { parsePrompts, type StoredPrompt } from './prompt-fields.ts';
import { defaultRules, ruleLimits, type PauseRules } from './rules.ts';
import { FieldReader, type RuleRepair } from './stored-fields.ts';

export const rulesPrefix = 'pauses.';

/** Whether the person has said anything about pauses yet. */
export const hasRules = (fields: Readonly<Record<string, unknown>>): boolean =>
  Object.keys(fields).some((name) => name.startsWith(rulesPrefix));

/** Of all the rules, at what hour the person's day begins. */
export const parseDayStart = (fields: Readonly<Record<string, unknown>>): number =>
  new FieldReader(fields, rulesPrefix).count('dayStart', defaultDayStart, ruleLimits.dayStart);

export const offPrefix = `${rulesPrefix}off.`;

export function parseRules(
  fields: Readonly<Record<string, unknown>>,
  records: readonly StoredPrompt[],
): {
  rules: PauseRules;
  repairs: readonly RuleRepair[];
} {
  const reader = new FieldReader(fields, rulesPrefix);
  const count = (field: keyof typeof ruleLimits): number =>
    reader.count(field, defaultRules[field], ruleLimits[field]);
  const { prompts, repairs } = parsePrompts(records);
  const rules: PauseRules = {
    on: reader.flag('on', defaultRules.on),
    prompts,
    snoozeMinutes: count('snoozeMinutes'),
    idleMinutes: count('idleMinutes'),
    withdrawMinutes: count('withdrawMinutes'),
    gapMinutes: count('gapMinutes'),
    dayStart: count('dayStart'),
    usualSleep: count('usualSleep'),
    hours: reader.week('hours', defaultRules.hours),
    daysOff: parseDaysOff(fields, reader.repairs),
    policies: parsePolicies(reader),
    everyDevice: reader.flag('everyDevice', defaultRules.everyDevice),
  };
  return { rules, repairs: [...reader.repairs, ...repairs] };
}

function parsePolicies(reader: FieldReader): Policies {
  const read = (cause: keyof Policies): Policy => {
    const usual = defaultRules.policies[cause];
    const kept = reader.read(`policy.${cause}`, `${usual.counts} ${usual.back}`, (stored) => {
      if (typeof stored !== 'string') return undefined;
      const policy = policyOf(stored);
      return policy && `${policy.counts} ${policy.back}`;
    });
    return policyOf(kept) ?? usual;
  };
  return Object.fromEntries(causes.map((cause) => [cause, read(cause)])) as unknown as Policies;
}

function policyOf(text: string): Policy | undefined {
  const [first, second] = text.split(' ');
  const counts = countings.find((name) => name === first);
  const back = returnings.find((name) => name === second);
  return counts && back && { counts, back };
}

/** One field a stretch of days, named by its first one, so that two devices may add one each. */
function parseDaysOff(
  fields: Readonly<Record<string, unknown>>,
  repairs: RuleRepair[],
): DatesOff[] {
  return Object.entries(fields)
    .flatMap(([name, until]) => {
      // Null is a day off that was taken back.
      if (!name.startsWith(offPrefix) || until === null || until === undefined) return [];
      const from = name.slice(offPrefix.length);
      if (isDate(from) && isDate(until) && from <= until) return [{ from, until }];
      repairs.push({ field: name, stored: until, used: null });
      return [];
    })
    .sort((a, b) => (a.from < b.from ? -1 : 1));
}
