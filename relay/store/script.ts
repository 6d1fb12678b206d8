/**
 * What is done in a database, written once for every kind of it: a script yields statements and is resumed
 * with their rows, at once by SQLite, later by PostgreSQL. A script that throws is undone.
 */
export type Value = string | number | Uint8Array | null;

export interface Statement {
  /** In the dialect that both share, with `$1`, `$2` for the values. */
  readonly sql: string;
  readonly values: readonly Value[];
}

export type Script<Result> = Generator<Statement, Result, readonly unknown[]>;

/** The columns are the statement's own, so whoever writes it names them. */
export function* ask<Row>(sql: string, values: readonly Value[]): Script<readonly Row[]> {
  return (yield { sql, values }) as readonly Row[];
}

/** `($2, $3), ($4, $5)`: so many tuples of so many values, from the number after `after`. */
export const places = (tuples: number, each: number, after: number): string =>
  Array.from({ length: tuples }, (_, tuple) => {
    const marks = Array.from({ length: each }, (_, at) => `$${after + tuple * each + at + 1}`);
    return `(${marks.join(', ')})`;
  }).join(', ');

/** `($2, $3, $4)`, from the number after `after`. */
export const listOf = (length: number, after: number): string => places(1, length, after);
