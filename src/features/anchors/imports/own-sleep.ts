/** Comma's own table of nights (`sleep-csv.ts`): what was told comes back, what was worked out is worked out anew. */
import { isDate, isZone, minuteMs, zoned } from '../../../kernel/civil-time.ts';
import {
  blankNight,
  clockNames,
  nightFields,
  nightId,
  nightKind,
  readAnswer,
  type Aid,
  type Answers as NightAnswers,
  type Fold,
  type Nap,
  type Night,
} from '../sleep/night.ts';
import { resolveNight } from '../sleep/resolve.ts';
import {
  asQuestions,
  extraField,
  leftOf,
  type Answers,
  type FoundRecord,
  type LeftOut,
  type Question,
  type Reading,
} from './found.ts';
import type { Table, TableRow } from './table.ts';

export const ownSleepColumns = ['date', 'zone', 'into_bed', 'out_of_bed', 'tib_min'] as const;

const clocks = {
  intoBed: 'into_bed',
  trySleep: 'try_sleep',
  finalWake: 'final_wake',
  outOfBed: 'out_of_bed',
  caffeineLast: 'caffeine_last',
  alcoholLast: 'alcohol_last',
} as const;

const numbers = {
  sol: 'sol_min',
  awakenings: 'awakenings',
  waso: 'waso_min',
  tasafa: 'tasafa_min',
  quality: 'quality_1_5',
  rested: 'rested_1_5',
  caffeineDrinks: 'caffeine',
  alcoholDrinks: 'alcohol',
} as const;

const known: readonly string[] = [
  ...Object.values(clocks),
  ...Object.values(numbers),
  ...['date', 'zone', 'nap_count', 'nap_min', 'aids', 'comment', 'tib_min', 'tst_min', 'se_pct'],
];

/** The mark that was put before what a spreadsheet would work out. */
const unmarked = (text: string): string => text.replace(/^'(?='*[=+\-@\t\r])/, '');

/** A spreadsheet may have put a comma for the point, or seconds behind the minutes. */
const numberOf = (text: string): number =>
  text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.'));
const clockText = (text: string): string => text.trim().replace(/^(\d{1,2}:\d{2}):\d{2}$/, '$1');

export function readOwnSleep(table: Table, answers: Answers): Reading {
  const records: FoundRecord[] = [];
  const left: LeftOut[] = [];
  const questions: Question[] = [];
  const dates = new Map<string, number>();
  let open = false;
  for (const row of table.records) {
    const date = row.of('date').trim();
    const told = row.of('zone').trim();
    const zone = isZone(told) ? told : answers.zone;
    if (!isDate(date)) {
      left.push({ why: 'unreadable', lines: [row.line] });
      continue;
    }
    if (zone === undefined) {
      open = true;
      continue;
    }
    const nth = (dates.get(date) ?? 0) + 1;
    dates.set(date, nth);
    const fold = foldOf(row, answers);
    const night = { ...nightOf(row, date, zone), fold };
    for (const name of clockNames)
      if (resolveNight(night).odd[name] === 'ambiguous' && fold[name] === undefined)
        questions.push({
          ...{ type: 'twice', key: `${row.line}.${name}` },
          at: `${dateAt(night, name)}T${night[name] ?? ''}`,
        });
    records.push(recordOf(row, night, nth));
  }
  if (open) return asQuestions('comma', [{ type: 'zone' }]);
  if (questions.length > 0) return asQuestions('comma', questions);
  if (records.length === 0)
    return { type: 'trouble', trouble: { type: 'unreadable', line: 2, column: 'date' } };
  return { type: 'found', found: { from: 'comma', records, left: leftOf(left) } };
}

function dateAt(night: Night, name: (typeof clockNames)[number]): string {
  const instant = resolveNight(night).at[name];
  return instant === undefined ? night.date : zoned(instant, night.zone).toPlainDate().toString();
}

function foldOf({ line }: TableRow, { twice = {} }: Answers): Fold {
  return Object.fromEntries(
    clockNames.flatMap((name) => {
      const which = twice[`${line}.${name}`];
      return which === undefined ? [] : [[name, which]];
    }),
  );
}

function nightOf(row: TableRow, date: string, zone: string): Night {
  const told = [
    ...Object.entries(clocks).map(([name, column]) => [name, clockText(row.of(column))] as const),
    ...Object.entries(numbers).map(([name, column]) => [name, numberOf(row.of(column))] as const),
  ];
  const read = told.flatMap(([name, value]) => {
    const answer = readAnswer(name as keyof NightAnswers, value);
    return answer === undefined ? [] : [[name, answer] as const];
  });
  return {
    ...blankNight(date, zone),
    ...Object.fromEntries(read),
    naps: napsOf(numberOf(row.of('nap_count')), numberOf(row.of('nap_min'))),
    aids: aidsOf(unmarked(row.of('aids'))),
    source: 'comma',
  };
}

/** So that they stand in their order. */
const memberName = (at: number): string => `comma-${String(at).padStart(3, '0')}`;

/** Only how many and how long all of them were is told: that is kept, and when they were is left open. */
function napsOf(count: number, minutes: number): Record<string, Nap> {
  if (!Number.isInteger(count) || !Number.isInteger(minutes) || count < 1 || minutes < count)
    return {};
  if (count > 100 || minutes > 1440) return {};
  const each = Math.floor(minutes / count);
  return Object.fromEntries(
    Array.from({ length: count }, (_, at) => [
      memberName(at),
      { start: null, min: at === 0 ? minutes - each * (count - 1) : each },
    ]),
  );
}

function aidsOf(told: string): Record<string, Aid> {
  const aids = told.split('; ').filter((aid) => aid.trim() !== '');
  return Object.fromEntries(
    aids.map((aid, at) => [memberName(at), { name: aid.trim(), dose: '', time: null }]),
  );
}

function recordOf(row: TableRow, night: Night, nth: number): FoundRecord {
  const mark = nth === 1 ? '' : `comma-${nth}`;
  const end = Object.values(resolveNight(night).at).at(-1);
  const noon = Temporal.PlainDate.from(night.date).toZonedDateTime({
    timeZone: night.zone,
    plainTime: '12:00',
  }).epochMilliseconds;
  const enteredAt = Math.floor((end === undefined ? noon : Math.max(end, 1)) / minuteMs) * minuteMs;
  const written = { ...night, id: nightId(night.date, mark), enteredAt };
  return {
    ...{ id: written.id, kind: nightKind, source: `${night.date}.${nth}` },
    fields: {
      ...nightFields(null, written),
      ...extraField(row.beside(known)),
    },
    text: unmarked(row.of('comment')),
  };
}
