/** A file of another program, whichever of those Comma knows it is of. */
import { parseJson } from '../../../kernel/json.ts';
import { err, type Result } from '../../../kernel/result.ts';
import { csvRows, type Row } from './csv.ts';
import { textOfFile } from './decode.ts';
import type { Answers, Reading } from './found.ts';
import { loopList, readLoop } from './loop.ts';
import { ownSleepColumns, readOwnSleep } from './own-sleep.ts';
import { pleesColumns, readPlees } from './plees.ts';
import { androidColumns, readSleepAsAndroid } from './sleep-as-android.ts';
import { isSleepdiary, readSleepdiary } from './sleepdiary.ts';
import { isSleepmeter, readSleepmeter } from './sleepmeter.ts';
import { hasColumns, tableOf, type Table } from './table.ts';
import type { Trouble } from './trouble.ts';
import { isZip, unpacked, zipFiles } from './zip.ts';

const trouble = (why: Trouble): Reading => ({ type: 'trouble', trouble: why });

/** Tables with one header, by columns that only they have together. */
const tables: readonly (readonly [
  columns: readonly string[],
  read: (table: Table, answers: Answers) => Reading,
])[] = [
  [pleesColumns, readPlees],
  [ownSleepColumns, readOwnSleep],
];

/** `heard` is told how much of it is read. Nothing is kept by this: it says what would be, what stays out, and what it has to ask first. */
export const readHistory = (
  file: Uint8Array,
  answers: Answers,
  heard?: (share: number) => void,
): Reading => (isZip(file) ? readZip(file, answers, heard) : readFile(file, answers));

/** What a zip of Sleep as Android calls its diary. */
const androidFile = 'sleep-export.csv';

function readZip(bytes: Uint8Array, answers: Answers, heard?: (share: number) => void): Reading {
  const files = zipFiles(bytes);
  if (!files.ok) return trouble(files.error);
  const names = files.value.map(({ name }) => name);
  if (loopList(names) !== undefined) {
    const byName = new Map(files.value.map((file) => [file.name, file]));
    const open = (name: string): Result<Uint8Array, Trouble> => {
      const file = byName.get(name);
      return file ? unpacked(bytes, file) : err({ type: 'badZip' });
    };
    return readLoop(names, open, answers, heard);
  }
  const diary = files.value.find(({ name }) => name.split('/').at(-1) === androidFile);
  if (!diary) return trouble({ type: 'unknown' });
  const inside = unpacked(bytes, diary);
  if (!inside.ok) return trouble(inside.error);
  const reading = readFile(inside.value, answers);
  return reading.type === 'trouble' ? trouble({ ...reading.trouble, file: diary.name }) : reading;
}

function readFile(file: Uint8Array, answers: Answers): Reading {
  const text = textOfFile(file);
  if (!text.ok) return trouble(text.error);
  if (/^\s*[[{]/.test(text.value)) {
    const value = parseJson(text.value);
    if (value === undefined) return trouble({ type: 'badJson' });
    return isSleepdiary(value) ? readSleepdiary(value, answers) : trouble({ type: 'unknown' });
  }
  if (isSleepmeter(text.value)) return readSleepmeter(text.value, answers);
  const rows = csvRows(text.value);
  return rows.ok ? readRows(rows.value, answers) : trouble(rows.error);
}

function readRows(rows: readonly Row[], answers: Answers): Reading {
  if (hasColumns(rows[0], ...androidColumns)) return readSleepAsAndroid(rows, answers);
  const known = tables.find(([columns]) => hasColumns(rows[0], ...columns));
  if (!known) return trouble({ type: 'unknown' });
  const table = tableOf(rows);
  if (!table.ok) return trouble(table.error);
  return table.value.records.length === 0
    ? trouble({ type: 'nothing' })
    : known[1](table.value, answers);
}
