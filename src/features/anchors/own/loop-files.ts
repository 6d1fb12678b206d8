/** Anchors and their days as the files that Loop Habit Tracker saves and other habit apps read. */
import type { Target } from '../consistency/target.ts';
import { csvCell } from '../csv-cell.ts';
import type { Anchor } from './anchor.ts';
import type { DayNote } from './day-note.ts';

type Cell = string | number;

const table = (rows: readonly (readonly Cell[])[]): string =>
  rows.map((row) => `${row.map(csvCell).join(',')}\n`).join('');

const columns = [
  ...['Position', 'Name', 'Type', 'Question', 'Description', 'FrequencyNumerator'],
  ...['FrequencyDenominator', 'Color', 'Unit', 'Target Type', 'Target Value', 'Archived?'],
];

/** Loop has a colour for each, and Comma none. */
const color = '#757575';

const daysOf: Readonly<Record<Target['every'], number>> = { week: 7, month: 30 };

const positionOf = (at: number): string => String(at + 1).padStart(3, '0');

function habitRow(anchor: Anchor, at: number): Cell[] {
  const { name, sort, unit, target, putAway } = anchor;
  const measure = target?.measure;
  const amount = measure?.type === 'amount' ? measure : undefined;
  const isAmount = sort === 'amount';
  // An amount of every day is the one that Loop understands as Comma does.
  const often = !target || isAmount ? [1, 1] : [target.times, daysOf[target.every]];
  return [
    ...[positionOf(at), name, isAmount ? 'NUMERICAL' : 'YES_NO', '', '', ...often, color],
    ...[isAmount ? unit : '', isAmount ? (amount?.bound === 'most' ? 'AT_MOST' : 'AT_LEAST') : ''],
    ...[isAmount ? (amount?.amount ?? 0) : '', String(putAway)],
  ];
}

/** What Loop has no word for is told beside it. */
function dayRow({ date, noted, note }: DayNote, steps: number): Cell[] {
  const also = (more: string): string => [more, note].filter((part) => part !== '').join(' · ');
  switch (noted?.type) {
    case 'yes':
      return [date, 'YES_MANUAL', note];
    case 'notToday':
      return [date, 'NO', note];
    case 'rest':
      return [date, 'SKIP', note];
    case 'amount':
      return [date, Math.round(noted.amount * 1000), note];
    case 'clock': {
      const [hour, minute] = [Math.floor(noted.minute / 60), noted.minute % 60];
      return [
        date,
        'YES_MANUAL',
        also([hour, minute].map((n) => String(n).padStart(2, '0')).join(':')),
      ];
    }
    case 'steps':
      return [
        ...[date, noted.done.length >= steps ? 'YES_MANUAL' : 'UNKNOWN'],
        also(`${noted.done.length}/${steps}`),
      ];
    case 'part':
      return [date, 'UNKNOWN', also('1/2')];
    case undefined:
      return [date, 'UNKNOWN', note];
  }
}

/** Letters that a folder may have everywhere. */
const folderName = (name: string): string =>
  name
    .replaceAll(/[^\p{L}\p{N} ._-]/gu, '')
    .trim()
    .slice(0, 80);

/** By their names in a zip; `anchors` in their order. */
export function loopFiles(
  anchors: readonly Anchor[],
  notes: readonly DayNote[],
): Record<string, string> {
  const byAnchor = Map.groupBy(notes, ({ anchor }) => anchor);
  const files = anchors.map(({ id, name, steps }, at): [string, string] => {
    const newest = (byAnchor.get(id) ?? []).toSorted((a, b) => (a.date > b.date ? -1 : 1));
    const days = newest.map((note) => dayRow(note, steps.length));
    return [
      `${positionOf(at)} ${folderName(name)}/Checkmarks.csv`,
      table([['Date', 'Value', 'Notes'], ...days]),
    ];
  });
  return {
    'Habits.csv': table([columns, ...anchors.map(habitRow)]),
    ...Object.fromEntries(files),
  };
}
