/**
 * Rows that a screen follows, told as plain data, so that one description is read in two ways: by IndexedDB
 * itself before the tables are there (`first-look.ts`), and by Dexie from then on.
 */
import type { Row } from './row.ts';

/** What lies in the tables that screens follow. */
export interface Stored {
  readonly rec: Row;
  readonly meta: { readonly key: string; readonly value: unknown };
}

type Key = string | readonly string[];

/** Every row of `table` whose key lies between the two, both included. */
export interface View<Table extends keyof Stored = keyof Stored> {
  readonly table: Table;
  /** As Dexie names it; `:id` is the key of the table itself. */
  readonly index: ':id' | '[kind+day]';
  readonly from: Key;
  readonly until: Key;
}

export const recordView = (id: string): View<'rec'> => ({
  ...{ table: 'rec', index: ':id' },
  ...{ from: id, until: id },
});

/** The records of one kind from day to day, both included, oldest first. */
export const daysView = (kind: string, from: string, until: string): View<'rec'> => ({
  ...{ table: 'rec', index: '[kind+day]' },
  ...{ from: [kind, from], until: [kind, until] },
});

export const metaView = (key: string): View<'meta'> => ({
  ...{ table: 'meta', index: ':id' },
  ...{ from: key, until: key },
});

/** Rows that several views have in common, once. */
export function eachOnce<Row extends Stored[keyof Stored]>(rows: readonly Row[]): Row[] {
  const keyOf = (row: Row): string => ('id' in row ? row.id : row.key);
  return [...new Map(rows.map((row) => [keyOf(row), row])).values()];
}
