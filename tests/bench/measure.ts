/** Numbers out of many runs, and the table they stand in. */

export interface Line {
  readonly what: string;
  readonly ours: number;
  /** Null where the target is an absolute time. */
  readonly floor: number | null;
  /** The ratio to the floor, or the milliseconds, that is still good. */
  readonly target: number | null;
  readonly note?: string;
}

export function percentile(values: readonly number[], part: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  const value = sorted[Math.min(sorted.length - 1, Math.ceil(part * sorted.length) - 1)];
  if (value === undefined) throw new Error('Nothing was measured.');
  return value;
}

export const median = (values: readonly number[]): number => percentile(values, 0.5);

const ms = (value: number): string => (value < 10 ? value.toFixed(2) : value.toFixed(0));

function verdict({ ours, floor, target }: Line): string {
  if (target === null) return '';
  const reached = floor === null ? ours : ours / floor;
  return reached <= target ? 'within' : 'over';
}

/** A Markdown table, milliseconds. */
export function tableOf(lines: readonly Line[]): string {
  const head = '| measured | Comma | floor | ratio | target | |\n|---|---:|---:|---:|---:|---|';
  const rows = lines.map((line) => {
    const { what, ours, floor, target, note } = line;
    const ratio = floor === null ? '' : `${(ours / floor).toFixed(2)}×`;
    const wanted = target === null ? '' : floor === null ? `≤ ${target} ms` : `≤ ${target}×`;
    const said = [verdict(line), note].filter(Boolean).join('; ');
    return `| ${what} | ${ms(ours)} | ${floor === null ? '' : ms(floor)} | ${ratio} | ${wanted} | ${said} |`;
  });
  return [head, ...rows].join('\n');
}

/** The first column is words, the others are numbers. */
export function markdown(
  head: readonly string[],
  rows: readonly (readonly (string | number)[])[],
): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
  const rule = `|---|${'---:|'.repeat(head.length - 1)}`;
  return [line(head), rule, ...rows.map(line)].join('\n');
}
