/** Loop Habit Tracker: a zip with a list of habits, and a folder of each with what was noted day by day. */
import { isDate } from '../../../kernel/civil-time.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { blankAnchor, anchorFields, anchorId, anchorKind, type Anchor } from '../own/anchor.ts';
import { mostAmount } from '../consistency/target.ts';
import { dayFields, dayNoteId, dayNoteKind, notedFields, type DayNoted } from '../own/day-note.ts';
import { csvRows, type Row } from './csv.ts';
import { textOfFile } from './decode.ts';
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
import { limits } from './limits.ts';
import { frequencyOf, targetOf, type Frequency, type Habit } from './loop-habit.ts';
import { nameOfText } from './print.ts';
import { tableOf, type TableRow } from './table.ts';
import type { Trouble } from './trouble.ts';

interface Days {
  readonly noted: readonly Day[];
  readonly file?: string;
}

/** The list, wherever the zip puts it. */
export const loopList = (names: readonly string[]): string | undefined =>
  names.find((name) => name.split('/').at(-1) === 'Habits.csv');

type Open = (name: string) => Result<Uint8Array, Trouble>;

interface Day {
  readonly line: number;
  readonly date: string;
  readonly value: string;
  readonly note: string;
}

export function readLoop(
  names: readonly string[],
  open: Open,
  answers: Answers,
  heard?: (share: number) => void,
): Reading {
  const list = loopList(names) ?? '';
  const habits = habitsOf(list, open);
  if (!habits.ok) return { type: 'trouble', trouble: habits.error };
  const root = list.slice(0, -'Habits.csv'.length);
  const days = new Map<Habit, Days>();
  let rows = 0;
  for (const [nth, habit] of habits.value.entries()) {
    heard?.(nth / habits.value.length);
    const folder = `${root}${habit.position} `;
    const file = names.find((name) => name.startsWith(folder) && name.endsWith('/Checkmarks.csv'));
    const read = file === undefined ? ok([]) : daysOf(file, open);
    if (!read.ok) return { type: 'trouble', trouble: read.error };
    rows += read.value.length;
    if (rows > limits.allRows) return { type: 'trouble', trouble: { type: 'tooManyRows' } };
    days.set(habit, { noted: read.value, ...(file !== undefined && { file }) });
  }
  const questions = questionsOf(days, answers);
  if (questions.length > 0) return asQuestions('loop', questions);
  return foundIn(days, answers);
}

function rowsOf(file: string, open: Open): Result<readonly Row[], Trouble> {
  const at = <Value>(result: Result<Value, Trouble>): Result<Value, Trouble> =>
    result.ok ? result : err({ ...result.error, file });
  const bytes = open(file);
  if (!bytes.ok) return bytes;
  const text = at(textOfFile(bytes.value));
  return text.ok ? at(csvRows(text.value)) : text;
}

function habitsOf(file: string, open: Open): Result<Habit[], Trouble> {
  const rows = rowsOf(file, open);
  if (!rows.ok) return rows;
  const table = tableOf(rows.value);
  if (!table.ok) return err({ ...table.error, file });
  const missing = ['position', 'name'].find((name) => !table.value.names.includes(name));
  if (missing !== undefined) return err({ type: 'noColumn', column: missing, file });
  const habits = table.value.records.filter((row) => row.of('name').trim() !== '');
  if (habits.length === 0) return err({ type: 'nothing', file });
  const named = new Map<string, number>();
  return ok(
    habits.map((row) => {
      const name = row.of('name').trim();
      const nth = (named.get(name) ?? 0) + 1;
      named.set(name, nth);
      return habitOf(row, nth === 1 ? name : `${name} ${nth}`);
    }),
  );
}

const numberIn = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));

/** Columns that have a place here. Of an earlier version, how often is named otherwise. */
const known = [
  ...['position', 'name', 'type', 'unit', 'target type', 'target value', 'archived?'],
  ...['frequencynumerator', 'frequencydenominator', 'numrepetitions', 'interval'],
];

const habitOf = (row: TableRow, source: string): Habit => ({
  ...{ position: row.of('position').trim(), name: row.of('name').trim() },
  // Its words belong in no name of a record, which an address may show.
  key: nameOfText(source),
  isAmount: row.of('type').trim() === 'NUMERICAL',
  times: numberIn(row.of('frequencynumerator') || row.of('numrepetitions')),
  days: numberIn(row.of('frequencydenominator') || row.of('interval')),
  unit: row.of('unit').trim(),
  isMost: row.of('target type').trim() === 'AT_MOST',
  amount: numberIn(row.of('target value')),
  isArchived: row.of('archived?').trim().toLowerCase() === 'true',
  extra: row.beside(known),
});

/** The first version of these files had no header and no notes. */
function daysOf(file: string, open: Open): Result<Day[], Trouble> {
  const rows = rowsOf(file, open);
  // An anchor of which nothing was noted yet.
  if (!rows.ok) return rows.error.type === 'empty' ? ok([]) : rows;
  const told = rows.value.filter(({ cells }) => cells[0]?.trim() !== 'Date');
  const uneven = told.find(({ cells }) => cells.length < 2);
  if (uneven)
    return err({ type: uneven === told.at(-1) ? 'cutOff' : 'uneven', line: uneven.line, file });
  return ok(
    told.map(({ line, cells: [date = '', value = '', note = ''] }) => ({
      ...{ line, date: date.trim(), value: value.trim(), note },
    })),
  );
}

/** Numbers of the earlier versions, and what they are called since. */
const formerly: Readonly<Record<string, string>> = {
  '-1': 'UNKNOWN',
  '0': 'NO',
  '1': 'YES_AUTO',
  '2': 'YES_MANUAL',
  '3': 'SKIP',
};

const valueOf = ({ isAmount }: Habit, { value }: Day): string =>
  isAmount && value !== '-1' && value !== '0' ? value : (formerly[value] ?? value);

function questionsOf(days: ReadonlyMap<Habit, Days>, answers: Answers): Question[] {
  const questions: Question[] = [];
  for (const habit of days.keys()) {
    const frequency = frequencyOf(habit);
    if (frequency.type === 'unclear' && answers.frequency?.[habit.key] === undefined)
      questions.push({
        ...{ type: 'frequency', key: habit.key, name: habit.name },
        ...{ times: habit.times, days: habit.days, week: frequency.week },
      });
  }
  const values = [...days].flatMap(([habit, { noted }]) => noted.map((day) => valueOf(habit, day)));
  const no = values.filter((value) => value === 'NO').length;
  // Where a day that nobody noted has a word of its own, `NO` was said by somebody.
  if (no > 0 && !values.includes('UNKNOWN') && answers.no === undefined)
    questions.push({ type: 'no', count: no });
  return questions;
}

function foundIn(days: ReadonlyMap<Habit, Days>, answers: Answers): Reading {
  const records: FoundRecord[] = [];
  const left: LeftOut[] = [];
  const bare: string[] = [];
  for (const [order, [habit, { noted, file }]] of [...days].entries()) {
    const id = anchorId(`loop:${habit.key}`);
    const frequency = frequencyOf(habit);
    if (frequency.type === 'summed') bare.push(habit.name);
    records.push(anchorOf(habit, id, order, frequency, noted, answers));
    for (const day of noted) {
      const read = notedOn(habit, day, answers);
      if (read === undefined || !isDate(day.date))
        left.push({ why: 'unreadable', lines: [day.line], ...(file !== undefined && { file }) });
      else if (read !== null || day.note.trim() !== '')
        records.push({
          ...{ id: dayNoteId(id, day.date), kind: dayNoteKind },
          source: `${habit.key}.${day.date}`,
          fields: { ...dayFields(id, day.date), ...notedFields(null, read) },
          text: day.note,
        });
    }
  }
  return {
    type: 'found',
    found: { from: 'loop', records, left: leftOf(left), ...(bare.length > 0 && { bare }) },
  };
}

function anchorOf(
  habit: Habit,
  id: string,
  order: number,
  frequency: Frequency,
  noted: readonly Day[],
  answers: Answers,
): FoundRecord {
  const first = noted
    .map(({ date }) => date)
    .filter(isDate)
    .toSorted()[0];
  const anchor: Anchor = {
    ...blankAnchor(id),
    ...{ name: habit.name, sort: habit.isAmount ? 'amount' : 'yes', unit: habit.unit, order },
    target: targetOf(habit, frequency, answers.frequency?.[habit.key] === 'week'),
    putAway: habit.isArchived,
    madeAt: first === undefined ? 0 : Date.parse(`${first}T12:00Z`),
  };
  return {
    ...{ id, kind: anchorKind, source: habit.key },
    fields: {
      ...anchorFields(null, anchor),
      ...extraField(habit.extra),
    },
    text: '',
  };
}

/** Null says nothing of that day; undefined is no value of Loop's. */
function notedOn(habit: Habit, day: Day, { no }: Answers): DayNoted | null | undefined {
  switch (valueOf(habit, day)) {
    case 'YES_MANUAL':
      return habit.isAmount ? amountOf('2') : { type: 'yes' };
    case 'NO':
      return no === 'none' ? null : { type: 'notToday' };
    case 'SKIP':
      return { type: 'rest' };
    case 'YES_AUTO':
      return habit.isAmount ? amountOf('1') : null;
    case 'UNKNOWN':
      return null;
    default:
      return habit.isAmount ? amountOf(day.value) : undefined;
  }
}

/** Amounts are written in thousandths. */
function amountOf(value: string): DayNoted | undefined {
  const amount = /^\d{1,9}$/.test(value) ? Number(value) / 1000 : Number.NaN;
  return amount <= mostAmount ? { type: 'amount', amount } : undefined;
}
