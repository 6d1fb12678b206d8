/** The last of those that are not after `instant`; they stand in the order of what `at` says of them. */
export function lastUntil<Each>(
  sorted: readonly Each[],
  instant: number,
  at: (each: Each) => number,
): Each | undefined {
  let [from, until] = [0, sorted.length];
  while (from < until) {
    const middle = (from + until) >> 1;
    const each = sorted[middle];
    if (each !== undefined && at(each) <= instant) from = middle + 1;
    else until = middle;
  }
  return sorted[from - 1];
}
