/** Rows that a peer names twice in one page or push get one commit for each time, on what the one before left. */
export function wavesOf<Row>(
  rows: readonly Row[],
  nameOf: (row: Row) => string,
): readonly (readonly Row[])[] {
  // Nearly always, and quicker to see than to count.
  if (new Set(rows.map(nameOf)).size === rows.length) return [rows];
  const waves: Row[][] = [];
  const times = new Map<string, number>();
  for (const row of rows) {
    const time = times.get(nameOf(row)) ?? 0;
    times.set(nameOf(row), time + 1);
    (waves[time] ??= []).push(row);
  }
  return waves;
}
