/** Which row of the practice guides is covered by what. */
import { practicesFor } from '../src/content/practices.ts';
import { coveredElsewhere, otherPieces, otherwise, practiceRows } from './practice-rows.ts';

/** The rows that practices are there for and none covers yet. */
export function openRows(): number[] {
  const covered = practicesFor(['en']).practices.flatMap(({ rows }) => rows);
  return practiceRows
    .map((_, at) => at + 1)
    .filter((row) => !covered.includes(row) && !(row in coveredElsewhere))
    .filter((row) => !otherPieces.includes(row));
}

/** The whole document. */
export function practicesTable(): string {
  const { practices } = practicesFor(['en']);
  const lines = practiceRows.flatMap((name, at) => {
    const row = at + 1;
    const told = practices
      .filter(({ rows }) => rows.includes(row))
      .map(({ id, title }) => [title, `src/content/en/practices/${id}.ts`] as const);
    const all = row in coveredElsewhere ? [coveredElsewhere[row], ...told] : told;
    const cells = all.flatMap((each) => (each ? [`${each[0]} | \`${each[1]}\``] : []));
    const none = otherPieces.includes(row) ? 'another piece of work | ' : '**open** | ';
    return (cells.length > 0 ? cells : [none]).map((cell) => `| ${row} | ${name} | ${cell} |`);
  });
  return [
    '# Practices',
    '',
    'Made from the content by `npm run practices`: each row of the practice guides, what covers it, and its file.',
    '',
    '| Row | Working name | Practice | File |',
    '| --- | --- | --- | --- |',
    ...lines,
    '',
    '## Otherwise than in the guides',
    '',
    ...Object.entries(otherwise).map(([row, why]) => `- **Row ${row}.** ${why}`),
    '',
  ].join('\n');
}
