/**
 * Sleepmeter: sections one after the other, each with a header of its own. Texts stand in quotes and are not
 * escaped, so a record goes on until something begins that can only be the next one.
 */
import { minuteMs } from '../../../kernel/civil-time.ts';
import { readAnswer, type Aid, mostAids } from '../sleep/night.ts';
import type { Json } from '../../../kernel/json.ts';
import { asQuestions, leftOf, type Answers, type LeftOut, type Reading } from './found.ts';
import { isOffsetOf, offsetTime, type OffsetTime } from './offset-times.ts';
import { foundSleeps, type Sleep } from './sleeps.ts';

const headers = {
  aid: 'custom_aid_id,class,name',
  hindrance: 'custom_hindrance_id,class,name',
  tag: 'custom_tag_id,name',
  diary: 'wake,sleep,bedtime,holes,type,dreams,aid,hindrances,tags,quality,notes',
} as const;
type Section = keyof typeof headers;

const names = Object.keys(headers) as Section[];

/** How a record of each section begins. */
const begins: Readonly<Record<Section, RegExp>> = {
  aid: /^CUSTOM_\d+,[A-Z_]+,"/,
  hindrance: /^CUSTOM_\d+,[A-Z_]+,"/,
  tag: /^CUSTOM_\d+,"/,
  diary: /^"?\d{4}-\d\d-\d\d \d\d:\d\d[+-]\d{4}"?,"?\d{4}-/,
};

const entry =
  /^"?([^",]*)"?,"?([^",]*)"?,"?([^",]*)"?,([^,]*),([^,]*),([^,]*),([^,]*),([^,]*),([^,]*),([^,]*)(?:,(.*))?$/s;

const sectionOf = (line: string): Section | undefined =>
  names.find((name) => line.trim().toLowerCase() === headers[name]);

export const isSleepmeter = (text: string): boolean =>
  sectionOf(/^[^\r\n]*/.exec(text)?.[0] ?? '') !== undefined;

interface Entry {
  readonly section: Section;
  readonly line: number;
  text: string;
}

function entriesOf(text: string): Entry[] {
  const entries: Entry[] = [];
  let section: Section | undefined;
  for (const [at, line] of text.replaceAll(/\r\n?/g, '\n').split('\n').entries()) {
    const next = sectionOf(line);
    const last = entries.at(-1);
    if (next) section = next;
    else if (section && begins[section].test(line))
      entries.push({ section, line: at + 1, text: line });
    else if (last && last.section === section) last.text += `\n${line}`;
  }
  return entries;
}

const unquoted = (text: string): string => text.replace(/^"/, '').replace(/"\s*$/, '');

/** As `St johns wort` of `ST_JOHNS_WORT`. */
function spoken(name: string): string {
  const words = name.toLowerCase().replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** The person's own names, by the section and what stands for them. */
function ownNames(entries: readonly Entry[]): ReadonlyMap<string, string> {
  return new Map(
    entries.flatMap(({ section, text }) => {
      const [, id, name] = /^(CUSTOM_\d+),(?:[A-Z_]+,)?(".*)$/s.exec(text.trim()) ?? [];
      return section === 'diary' || id === undefined || name === undefined
        ? []
        : [[`${section} ${id}`, unquoted(name).trim()] as const];
    }),
  );
}

export function readSleepmeter(text: string, answers: Answers): Reading {
  const { zone } = answers;
  if (zone === undefined) return { type: 'ask', from: 'sleepmeter', questions: [{ type: 'zone' }] };
  const entries = entriesOf(text);
  const own = ownNames(entries);
  const diary = entries.filter(({ section }) => section === 'diary');
  const sleeps: Sleep[] = [];
  const left: LeftOut[] = [];
  const elsewhere: number[] = [];
  for (const { line, text: told } of diary) {
    const read = sleepOf(told, line, own);
    if (typeof read === 'string') {
      left.push({ why: read, lines: [line] });
      continue;
    }
    const { sleep, wake, bed } = read;
    const [atWake, atBed] = [isOffsetOf(wake, zone), isOffsetOf(bed, zone)];
    if (!atWake || !atBed) elsewhere.push(line);
    const isWritten = answers.offset === 'written';
    const at = (time: OffsetTime, isHome: boolean): string =>
      isHome || !isWritten ? zone : time.offset;
    sleeps.push({ ...sleep, zone: at(wake, atWake), bedZone: at(bed, atBed) });
  }
  if (diary.length === 0) return { type: 'trouble', trouble: { type: 'nothing' } };
  if (sleeps.length === 0)
    return {
      type: 'trouble',
      trouble: { type: 'unreadable', line: diary[0]?.line ?? 1, column: 'wake' },
    };
  if (elsewhere.length > 0 && answers.offset === undefined)
    return asQuestions('sleepmeter', [{ type: 'offset', count: elsewhere.length, zone }]);
  return { type: 'found', found: foundSleeps('sleepmeter', sleeps, leftOf(left)) };
}

interface ReadSleep {
  readonly sleep: Omit<Sleep, 'zone'>;
  readonly wake: OffsetTime;
  readonly bed: OffsetTime;
}

function sleepOf(
  told: string,
  line: number,
  own: ReadonlyMap<string, string>,
): ReadSleep | LeftOut['why'] {
  const cells = entry.exec(told);
  if (!cells) return 'unreadable';
  const [wake, sleep, bed] = [1, 2, 3].map((place) => offsetTime(cells[place] ?? ''));
  if (!wake || !sleep || !bed) return 'unreadable';
  if (sleep.instant < bed.instant || wake.instant < sleep.instant) return 'noLength';
  const cell = (place: number): string => cells[place] ?? '';
  const named = (place: number, section: Section): string[] =>
    listed(cell(place)).map((name) => own.get(`${section} ${name}`) ?? spoken(name));
  const aids = named(7, 'aid');
  const noSleep = sleep.instant === wake.instant;
  const holes = noSleep ? [] : holesOf(cell(4), (wake.instant - sleep.instant) / minuteMs);
  const quality = /^\d+$/.test(cell(10)) ? Number(cell(10)) : null;
  const lists = {
    dreams: listed(cell(6)),
    hindrances: named(8, 'hindrance'),
    tags: named(9, 'tag'),
  };
  return {
    ...{ wake, bed },
    sleep: {
      ...{ source: String(bed.instant / minuteMs), line },
      at: { trySleep: bed.instant, finalWake: wake.instant },
      ...(cell(5) === 'NAP' && { isNap: true }),
      ...(cell(5) === 'NIGHT_SLEEP' && { isNap: false }),
      answers: {
        ...(noSleep
          ? { noSleep: true }
          : {
              sol: readAnswer('sol', (sleep.instant - bed.instant) / minuteMs) ?? null,
              awakenings: readAnswer('awakenings', holes.length) ?? null,
              waso:
                readAnswer(
                  'waso',
                  holes.reduce((sum, hole) => sum + hole, 0),
                ) ?? null,
            }),
        quality: quality === null || quality > 10 ? null : toFive(quality),
      },
      aids: aids.slice(0, mostAids).map((name): Aid => ({ name, dose: '', time: null })),
      comment: unquoted(cell(11)),
      extra: extraOf({ ...lists, aid: aids.slice(mostAids) }, quality),
    },
  };
}

/** Eleven steps on five: the worst and the best stay what they are. */
const toFive = (ten: number): number => Math.round((ten / 10) * 4) + 1;

function extraOf(
  lists: Readonly<Record<string, readonly string[]>>,
  quality: number | null,
): Record<string, Json> {
  const kept = Object.entries(lists).filter(([, list]) => list.length > 0);
  return { ...Object.fromEntries(kept), ...(quality !== null && { 'quality of 10': quality }) };
}

const listed = (cell: string): string[] =>
  cell
    .split('|')
    .map((name) => name.trim())
    .filter((name) => name !== '' && name !== 'NONE');

/** Minutes awake, of those in which they slept again. */
function holesOf(cell: string, length: number): number[] {
  return cell.split('|').flatMap((pair) => {
    const [, from, until] = /^(\d+)-(\d+)$/.exec(pair.trim()) ?? [];
    if (from === undefined || Number(until) <= Number(from) || Number(until) > length) return [];
    return [Number(until) - Number(from)];
  });
}
