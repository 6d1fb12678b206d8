/** A table whose first row names its columns; read by name, since programs change their order. */
import { err, ok, type Result } from '../../../kernel/result.ts';
import type { Row } from './csv.ts';
import type { Trouble } from './trouble.ts';

export interface Table {
  /** In small letters, in their order. */
  readonly names: readonly string[];
  readonly records: readonly TableRow[];
}

export interface TableRow {
  readonly line: number;
  /** Empty where the table has no such column. */
  readonly of: (name: string) => string;
  /** What stands in the other columns, those that are not empty. */
  readonly beside: (known: readonly string[]) => Record<string, string>;
}

const nameOf = (cell: string): string => cell.trim().toLowerCase();

/** Is that header one with all these columns? */
export const hasColumns = (row: Row | undefined, ...names: readonly string[]): boolean =>
  row !== undefined && names.every((name) => row.cells.some((cell) => nameOf(cell) === name));

/** A row of another length is none that can be trusted: everything behind the gap stands one column off. */
export function tableOf([header, ...rows]: readonly Row[]): Result<Table, Trouble> {
  if (!header) return err({ type: 'empty' });
  const told = header.cells.map((cell) => cell.trim());
  // Some programs end every line with one more separator.
  const width = told.at(-1) === '' ? told.length - 1 : told.length;
  const names = told.slice(0, width).map(nameOf);
  const places = new Map(names.map((name, at) => [name, at]));
  for (const [at, { cells, line }] of rows.entries()) {
    const isEven = cells.length === width || cells.slice(width).every((cell) => cell.trim() === '');
    if (cells.length < width || !isEven) {
      const isLast = at === rows.length - 1 && cells.length < width;
      return err({ type: isLast ? 'cutOff' : 'uneven', line });
    }
  }
  const records = rows.map(({ line, cells }): TableRow => ({
    line,
    of: (name) => cells[places.get(name) ?? -1] ?? '',
    beside: (known) =>
      Object.fromEntries(
        names.flatMap((name, at) => {
          const value = cells[at] ?? '';
          return known.includes(name) || value === '' ? [] : [[told[at] ?? name, value]];
        }),
      ),
  }));
  return ok({ names, records });
}
