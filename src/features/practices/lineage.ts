import type { Run } from './runs.ts';

/** Runs whose entries began with one another, however far back and however often, oldest first. */
export function lineage(runs: readonly Run[], entry: string): readonly Run[] {
  const kin = new Set([entry]);
  // Each round finds the next of kin, in either direction.
  for (let size = 0; size !== kin.size;) {
    size = kin.size;
    for (const run of runs)
      if (kin.has(run.entry) && run.after !== '') kin.add(run.after);
      else if (kin.has(run.after) && run.entry !== '') kin.add(run.entry);
  }
  return runs.filter((run) => kin.has(run.entry)).toSorted((a, b) => a.startedAt - b.startedAt);
}
