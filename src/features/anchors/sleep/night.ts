/**
 * One main sleep as the person tells it, after the items of the Consensus Sleep Diary. Every answer may be
 * left out; only the morning and where it was are always known.
 */
import { isDate, isZone, minutesToClock, parseClock } from '../../../kernel/civil-time.ts';
import { daysUpTo } from '../../../kernel/dates.ts';
import type { Json } from '../../../kernel/json.ts';
import { readWhole } from '../../../kernel/read-number.ts';
import { isObject, readFlag, readOneOf, type Read } from '../../../kernel/read.ts';
import { numberField, textField, type Stored } from '../../../kernel/stored.ts';

/** The kind of its record. */
export const nightKind = 'sleep';

/** In the order in which they happen. */
export const clockNames = ['intoBed', 'trySleep', 'finalWake', 'outOfBed'] as const;
export type ClockName = (typeof clockNames)[number];

/** Which of two equal times, where the clock was set back: 0 before the change, 1 after it. */
export type Fold = Readonly<Partial<Record<ClockName, 0 | 1>>>;

/** Minutes that a nap is taken for until somebody says (chosen). */
export const usualNap = 20;

/** Sleep between getting up and the next night. */
export interface Nap {
  /** As `13:10`; an import may know only how long it was. */
  readonly start: string | null;
  readonly min: number;
}

/** Things taken or used to sleep, as far as a form goes (reference C1). */
export const mostAids = 20;

/** Something taken or used to sleep. */
export interface Aid {
  readonly name: string;
  readonly dose: string;
  readonly time: string | null;
}

/** Minutes are whole; clock times are `22:45`, by the clock of the place. */
export interface Answers {
  readonly intoBed: string | null;
  readonly trySleep: string | null;
  /** Minutes from `trySleep` until asleep. */
  readonly sol: number | null;
  readonly awakenings: number | null;
  /** Minutes awake in all those, without the time after the last waking. */
  readonly waso: number | null;
  readonly finalWake: string | null;
  /** Minutes still trying to sleep after the last waking. */
  readonly tasafa: number | null;
  readonly wokeEarly: boolean | null;
  readonly wokeEarlyBy: number | null;
  readonly outOfBed: string | null;
  /** Minutes asleep by their own estimate, which nothing corrects. */
  readonly selfTst: number | null;
  /** 1 very poor to 5 very good. */
  readonly quality: number | null;
  /** 1 not at all to 5 very. */
  readonly rested: number | null;
  readonly alcoholDrinks: number | null;
  readonly alcoholLast: string | null;
  readonly caffeineDrinks: number | null;
  readonly caffeineLast: string | null;
  readonly noSleep: boolean | null;
  /** `set`: an alarm or a duty chose the hour of waking. */
  readonly dayType: 'free' | 'set' | null;
  /** The times are a guess of long after. */
  readonly guess: boolean | null;
}

export interface Night extends Answers {
  readonly id: string;
  /** The date of the morning they got up, as `2026-11-22`. */
  readonly date: string;
  /** Where they got up. */
  readonly zone: string;
  /** Where they went to bed, if the clock there was another. */
  readonly bedZone: string | null;
  readonly fold: Fold;
  /** By ids of their own, so that two added on two devices both stay. */
  readonly naps: Readonly<Record<string, Nap>>;
  readonly aids: Readonly<Record<string, Aid>>;
  readonly comment: string;
  /** The moment it was first written down. */
  readonly enteredAt: number;
  /** `diary`, or what it was brought from. */
  readonly source: string;
}

/** Two devices that log one night write one record; a second main sleep of that date has a mark of its own. */
export const nightId = (date: string, mark = ''): string =>
  `sleep:${date}${mark === '' ? '' : `:${mark}`}`;

/** `22:45`, of whatever way to write it; 24:00 is no time to go to bed by. */
export const readClock: Read<string> = (value) => {
  const minute = typeof value === 'string' ? parseClock(value) : undefined;
  return minute === undefined || minute >= 1440 ? undefined : minutesToClock(minute);
};

const readDrinks: Read<number> = (value) =>
  typeof value === 'number' && value >= 0 && value <= 50 && Number.isInteger(value * 2)
    ? value
    : undefined;

const dayLong = readWhole(0, 1440);
const halfDay = readWhole(0, 720);
const scale = readWhole(1, 5);

/** What each answer may be; anything else counts as not answered. */
const readers: { readonly [Name in keyof Answers]: Read<NonNullable<Answers[Name]>> } = {
  intoBed: readClock,
  trySleep: readClock,
  sol: dayLong,
  awakenings: readWhole(0, 99),
  waso: dayLong,
  finalWake: readClock,
  tasafa: halfDay,
  wokeEarly: readFlag,
  wokeEarlyBy: halfDay,
  outOfBed: readClock,
  selfTst: dayLong,
  quality: scale,
  rested: scale,
  alcoholDrinks: readDrinks,
  alcoholLast: readClock,
  caffeineDrinks: readDrinks,
  caffeineLast: readClock,
  noSleep: readFlag,
  dayType: readOneOf('free', 'set'),
  guess: readFlag,
};

/** An answer as it may be told; undefined for anything else. */
export const readAnswer = <Name extends keyof Answers>(
  name: Name,
  told: unknown,
): NonNullable<Answers[Name]> | undefined => readers[name](told);

// Its own keys, each once.
const answerNames = Object.keys(readers) as (keyof Answers)[];

const unanswered = Object.fromEntries(
  answerNames.map((name) => [name, null]),
) as unknown as Answers;

export const blankNight = (date: string, zone: string): Night => ({
  ...unanswered,
  ...{ id: nightId(date), date, zone, bedZone: null },
  ...{ fold: {}, naps: {}, aids: {}, comment: '', enteredAt: 0, source: 'diary' },
});

const napPrefix = 'nap.';
const aidPrefix = 'aid.';
const foldPrefix = 'fold.';

export const readNap: Read<Nap> = (value) => {
  if (!isObject(value)) return undefined;
  const min = readWhole(1, 1440)(value['min']);
  return min === undefined ? undefined : { start: readClock(value['start']) ?? null, min };
};

const readAid: Read<Aid> = (value) => {
  if (!isObject(value) || typeof value['name'] !== 'string') return undefined;
  const dose = typeof value['dose'] === 'string' ? value['dose'] : '';
  return { name: value['name'], dose, time: readClock(value['time']) ?? null };
};

/** The fields under a prefix that can be read, by the rest of their names. */
function listed<Member>(
  fields: Stored['fields'],
  prefix: string,
  read: Read<Member>,
): Record<string, Member> {
  const found: [string, Member][] = [];
  for (const [name, value] of Object.entries(fields)) {
    const member = name.startsWith(prefix) ? read(value) : undefined;
    if (member !== undefined) found.push([name.slice(prefix.length), member]);
  }
  return Object.fromEntries(found.sort(([a], [b]) => (a < b ? -1 : 1)));
}

const readFold = (value: unknown): 0 | 1 | undefined =>
  value === 0 || value === 1 ? value : undefined;

/** Null where not even the morning is known. */
export function parseNight(stored: Stored): Night | null {
  const { id, fields } = stored;
  const date = textField(stored, 'day');
  const zone = textField(stored, 'zone');
  if (!isDate(date) || !isZone(zone)) return null;
  const bedZone = fields['bedZone'];
  const answers = answerNames.map((name) => [name, readers[name](fields[name]) ?? null]);
  return {
    // Every name with what its own reader lets through.
    ...(Object.fromEntries(answers) as unknown as Answers),
    ...{ id, date, zone },
    bedZone: isZone(bedZone) ? bedZone : null,
    fold: listed(fields, foldPrefix, readFold),
    naps: listed(fields, napPrefix, readNap),
    aids: listed(fields, aidPrefix, readAid),
    comment: stored.text.trim(),
    enteredAt: numberField(stored, 'enteredAt') ?? 0,
    source: textField(stored, 'source') || 'diary',
  };
}

/** Fields that turn one group of named members into another; a member that went is null. */
function memberChanges(
  prefix: string,
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, 0 | 1 | Nap | Aid | undefined>>,
): Record<string, Json> {
  const changed: Record<string, Json> = {};
  for (const name of Object.keys(before)) if (!(name in after)) changed[prefix + name] = null;
  for (const [name, value] of Object.entries(after))
    if (value !== undefined && JSON.stringify(before[name]) !== JSON.stringify(value))
      changed[prefix + name] = typeof value === 'number' ? value : { ...value };
  return changed;
}

/** Only the fields that differ, so that an edit elsewhere at the same time is kept too. Null makes all of them. */
export function nightFields(before: Night | null, after: Night): Record<string, Json> {
  const fields: Record<string, Json> = {};
  if (before === null)
    Object.assign(fields, {
      day: after.date,
      zone: after.zone,
      enteredAt: after.enteredAt,
      source: after.source,
    });
  else if (before.zone !== after.zone) fields['zone'] = after.zone;
  const was = before ?? blankNight(after.date, after.zone);
  if (was.bedZone !== after.bedZone) fields['bedZone'] = after.bedZone;
  for (const name of answerNames) if (was[name] !== after[name]) fields[name] = after[name];
  return {
    ...fields,
    ...memberChanges(foldPrefix, was.fold, after.fold),
    ...memberChanges(napPrefix, was.naps, after.naps),
    ...memberChanges(aidPrefix, was.aids, after.aids),
  };
}

/** As far back as a night is easily told (chosen). */
const morningsBack = 14;

/**
 * The mornings to choose from, newest first. After midnight the person's day is still yesterday, and yet somebody
 * may have got up on the new date already.
 */
export function mornings(today: string, civilDate: string): string[] {
  const days = daysUpTo(today, morningsBack).reverse();
  return civilDate > today ? [civilDate, ...days] : days;
}
