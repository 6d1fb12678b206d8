/** Rows of a table in a text: RFC 4180, and what spreadsheets make of it (semicolons, tabs, either end of a line). */
import { err, ok, type Result } from '../../../kernel/result.ts';
import { limits } from './limits.ts';
import type { Trouble } from './trouble.ts';

export interface Row {
  /** Of its first letter, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

const separators = [',', ';', '\t'] as const;

/** Letters among which the names of the columns are looked for (chosen). */
const headLength = 10_000;

/** The one that the first row holds most of, outside of quotes. */
function separatorOf(text: string): string {
  const [, said] = /^sep=(.)\r?\n/.exec(text) ?? [];
  if (said !== undefined) return said;
  const row = /^(?:"[^"]*"|[^"\r\n])*/.exec(text.slice(0, headLength))?.[0] ?? '';
  const head = row.replaceAll(/"[^"]*"/g, '');
  const count = (separator: string): number => head.split(separator).length;
  return separators.reduce((best, each) => (count(each) > count(best) ? each : best));
}

/** Lines with nothing on them are left out. */
export function csvRows(told: string): Result<Row[], Trouble> {
  const separator = separatorOf(told);
  const text = told.replace(/^sep=.(\r?\n)/, '$1');
  const rows: Row[] = [];
  let [at, line] = [0, 1];
  while (at < text.length) {
    const row = rowAt(text, at, line, separator);
    if (!row.ok) return row;
    const { cells, next, nextLine } = row.value;
    if (cells.length > 1 || cells[0] !== '') {
      if (rows.length > limits.rows) return err({ type: 'tooManyRows' });
      rows.push({ line, cells });
    }
    [at, line] = [next, nextLine];
  }
  return ok(rows);
}

interface ReadRow {
  readonly cells: readonly string[];
  readonly next: number;
  readonly nextLine: number;
}

function rowAt(
  text: string,
  from: number,
  line: number,
  separator: string,
): Result<ReadRow, Trouble> {
  const cells: string[] = [];
  let [at, lines] = [from, line];
  for (;;) {
    let cell = '';
    if (text[at] === '"') {
      const end = closingQuote(text, at + 1);
      if (end === -1) return err({ type: 'openQuote', line: lines });
      cell = text.slice(at + 1, end).replaceAll('""', '"');
      lines += text.slice(at, end).split('\n').length - 1;
      at = end + 1;
    }
    const start = at;
    while (at < text.length && text[at] !== separator && text[at] !== '\n' && text[at] !== '\r')
      at += 1;
    cell += text.slice(start, at); // what some programs write behind a closed quote
    if (cell.length > limits.text) return err({ type: 'longText', line: lines });
    cells.push(cell);
    if (cells.length > limits.cells) return err({ type: 'uneven', line });
    if (text[at] === separator) at += 1;
    else break;
  }
  if (text[at] === '\r') at += 1;
  if (text[at] === '\n') at += 1;
  return ok({ cells, next: at, nextLine: lines + 1 });
}

/** Where a cell in quotes ends; two quotes are one of its letters. */
function closingQuote(text: string, from: number): number {
  for (let at = text.indexOf('"', from); at !== -1; at = text.indexOf('"', at + 2))
    if (text[at + 1] !== '"') return at;
  return -1;
}
