/** What is said of a setting that made no sense: its name on the screens, and what stands in for it. */
import { type AwayWords } from '../../content/away.ts';
import { type PromptWords } from '../../content/prompts.ts';
import { type SettingsWords } from '../../content/settings.ts';
import { parseClock } from '../../kernel/civil-time.ts';
import { promptRecordId } from './prompt-fields.ts';
import { promptName, timeWords, zoneName } from './prompt-words.ts';
import { type Prompt } from './prompt.ts';
import { offPrefix, rulesPrefix } from './rules-fields.ts';
import { weekdays, type RuleRepair } from './stored-fields.ts';

export interface RepairWords {
  readonly settings: SettingsWords;
  readonly prompts: PromptWords;
  readonly away: AwayWords;
}

export interface RepairSaid {
  readonly name: string;
  /** What was stored, as far as it can be shown. */
  readonly was: string;
  /** What is used; empty when it is left out. */
  readonly is: string;
  /** Where the person can see and change it: a prompt's page, the page of policies, or a part of the settings. */
  readonly place: { readonly prompt: string } | 'away' | 'hours' | 'daysOff' | 'timing' | 'pauses';
}

/** The prompt that a repair is about; none when it is about the settings. */
export const promptOfRepair = (
  prompts: readonly Prompt[],
  { field }: RuleRepair,
): Prompt | undefined => prompts.find(({ id }) => field.startsWith(`${promptRecordId(id)}.`));

export function repairSaid(
  repair: RuleRepair,
  prompts: readonly Prompt[],
  words: RepairWords,
  locale?: string,
): RepairSaid {
  const prompt = promptOfRepair(prompts, repair);
  const was = shownValue(repair.stored);
  if (!prompt) return { was, ...ofSettings(repair, words, locale) };
  const field = repair.field.slice(promptRecordId(prompt.id).length + 1);
  const name = `${promptName(prompt, words.prompts)}, ${promptLabel(field, words)}`;
  const is = promptValue(field, plainOf(repair), words, locale);
  return { name, was, is, place: { prompt: prompt.id } };
}

/** What is used is never more than one text, number or flag. */
const plainOf = ({ used }: RuleRepair): string =>
  typeof used === 'string' ? used : JSON.stringify(used);

/** Long enough to know it again (chosen). */
const shownLength = 40;

/** A stranger's value is text of some length, whatever it is. */
function shownValue(stored: unknown): string {
  // JSON knows no NaN.
  const isPlain = typeof stored === 'string' || typeof stored === 'number';
  const text = isPlain ? String(stored) : JSON.stringify(stored);
  return text.length > shownLength ? `${text.slice(0, shownLength)}…` : text;
}

function ofSettings(
  repair: RuleRepair,
  { settings, away }: RepairWords,
  locale?: string,
): Omit<RepairSaid, 'was'> {
  const { field } = repair;
  const used = plainOf(repair);
  if (field.startsWith(offPrefix))
    return { name: settings.daysOff.title, is: '', place: 'daysOff' };
  const [part = '', of = ''] = field.slice(rulesPrefix.length).split('.');
  switch (part) {
    case 'hours':
      return {
        name: dayWords(settings.hours.title, of, settings),
        is: hoursWords(used, settings, locale),
        place: 'hours',
      };
    case 'policy': {
      const [counts, back] = used.split(' ');
      const time = away.countings[counts as keyof typeof away.countings];
      const waited = away.returnings[back as keyof typeof away.returnings];
      return {
        name: away.causes[of as keyof typeof away.causes],
        is: `${away.counts} ${time}. ${away.back} ${waited}`,
        place: 'away',
      };
    }
    case 'dayStart':
    case 'usualSleep': {
      const minute = Number(used) * (part === 'dayStart' ? 60 : 1);
      return { name: settings.timing[part].label, is: timeWords(minute, locale), place: 'timing' };
    }
    case 'snoozeMinutes':
    case 'idleMinutes':
    case 'withdrawMinutes':
    case 'gapMinutes':
      return { name: settings.timing[part].label, is: used, place: 'timing' };
    case 'everyDevice': {
      const { label, every, used: one } = settings.timing.everyDevice;
      return { name: label, is: used === 'true' ? every : one, place: 'timing' };
    }
    default:
      return {
        name: settings.offer,
        is: settings.repaired.turned(used === 'true'),
        place: 'pauses',
      };
  }
}

const dayWords = (title: string, day: string, { hours }: SettingsWords): string =>
  `${title}, ${hours.days[weekdays.findIndex((name) => name === day)] ?? day}`;

/** `09:00-12:00 13:00-17:30` as a person's clock shows it. */
function hoursWords(used: string, { hours }: SettingsWords, locale?: string): string {
  if (used === '') return hours.none;
  const clock = (time: string): string => timeWords(parseClock(time) ?? 0, locale);
  return used
    .split(' ')
    .map((range) => range.split('-').map(clock).join('–'))
    .join(', ');
}

function promptLabel(field: string, { prompts, settings }: RepairWords): string {
  const [part = '', day] = field.split('.');
  if (part === 'hours' && day !== undefined) return dayWords(prompts.hours.label, day, settings);
  const labels = new Map([
    ['name', prompts.name.label],
    ['on', settings.offer],
    ['cadence', prompts.kind],
    ['every', prompts.every.label],
    ['times', prompts.at.label],
    ['days', prompts.days.label],
    ['count', prompts.random.count],
    ['window', `${prompts.random.from}, ${prompts.random.until.toLowerCase()}`],
    ['gap', prompts.random.gap],
    ['anchor', prompts.anchor.label],
    ['offset', prompts.anchor.after],
    ['hours', prompts.hours.label],
    ['zone', prompts.zone.label],
    ['length', prompts.length],
    ['level', prompts.level.label],
    ['decks', prompts.decks.label],
    ['practice', prompts.practice.label],
    ['chime', prompts.chime],
    ['notice', prompts.notice.label],
    ['together', prompts.together.label],
  ]);
  return labels.get(part) ?? part;
}

function promptValue(
  field: string,
  used: string,
  { prompts, settings }: RepairWords,
  locale?: string,
): string {
  const named = (values: object): string =>
    new Map<string, string>(Object.entries(values)).get(used) ?? used;
  switch (field) {
    case 'on':
    case 'chime':
      return settings.repaired.turned(used === 'true');
    case 'cadence':
      return prompts.kinds[used as keyof typeof prompts.kinds].label;
    case 'level':
      return prompts.level[used as 'badge' | 'notice' | 'card' | 'full'].label;
    case 'anchor':
      return named(prompts.anchor.kinds);
    case 'hours':
      return named(prompts.hours);
    case 'notice':
      return named(prompts.notice);
    case 'together':
      return named(prompts.together);
    case 'length':
      return prompts.seconds(Number(used));
    case 'zone':
      return used === 'null' ? prompts.zone.here : zoneName(used);
    case 'times':
      return used
        .split(' ')
        .map((time) => timeWords(parseClock(time) ?? 0, locale))
        .join(', ');
    case 'days':
      return prompts.days.long
        .filter((_, day) => used.split(' ').includes(weekdays[day] ?? ''))
        .join(', ');
    case 'name':
    case 'decks':
    case 'practice':
      return '';
    default:
      return field.startsWith('hours.') || field === 'window'
        ? hoursWords(used, settings, locale)
        : used;
  }
}
