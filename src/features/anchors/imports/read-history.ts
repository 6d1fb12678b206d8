/** A file of another program, whichever of those Comma knows it is of. */
import { csvRows } from './csv.ts';
import { textOfFile } from './decode.ts';
import type { Answers, Reading } from './found.ts';
import { pleesColumns, readPlees } from './plees.ts';
import { hasColumns, tableOf, type Table } from './table.ts';
import type { Trouble } from './trouble.ts';

/** Tables, by columns that only they have together. */
const tables: readonly (readonly [
  columns: readonly string[],
  read: (table: Table, answers: Answers) => Reading,
])[] = [[pleesColumns, readPlees]];

const trouble = (why: Trouble): Reading => ({ type: 'trouble', trouble: why });

/** Nothing is kept by this: it says what would be, what stays out, and what it has to ask first. */
export function readHistory(file: Uint8Array, answers: Answers): Reading {
  const text = textOfFile(file);
  if (!text.ok) return trouble(text.error);
  const rows = csvRows(text.value);
  if (!rows.ok) return trouble(rows.error);
  const known = tables.find(([columns]) => hasColumns(rows.value[0], ...columns));
  if (!known) return trouble({ type: 'unknown' });
  const table = tableOf(rows.value);
  if (!table.ok) return trouble(table.error);
  if (table.value.records.length === 0) return trouble({ type: 'nothing' });
  return known[1](table.value, answers);
}
