/** Many lives, and what they come to. */
import { faults, type Fault } from './faults.ts';
import { isClean, type Verdict } from './verdict.ts';

export interface Lives {
  readonly failures: readonly (Verdict & { readonly seed: number })[];
  /** Words written in a life; a fleet that writes nothing loses nothing. */
  readonly wordsEach: number;
  /** Faults that never happened, so that nothing was shown about them. */
  readonly unseen: readonly Fault[];
}

/** As many as FLEET_RUNS says, from FLEET_SEED on; `abreast` of them at once. */
export async function liveMany(
  runs: number,
  live: (seed: number) => Promise<Verdict>,
  abreast = 1,
): Promise<Lives> {
  const seeds = Array.from({ length: runs }, (_, at) => firstSeed + at).values();
  const verdicts: (Verdict & { readonly seed: number })[] = [];
  const lane = async (): Promise<void> => {
    for (const seed of seeds) {
      verdicts.push({ seed, ...(await live(seed)) });
      if (verdicts.length % toldEvery === 0) tell();
    }
  };
  const tell = (): void => {
    const failed = verdicts.flatMap((verdict) => (isClean(verdict) ? [] : [verdict.seed]));
    const seen = failed.length === 0 ? 'none failed' : `failed: ${failed.join(', ')}`;
    console.log(`${verdicts.length} of ${runs} lives from seed ${firstSeed} on, ${seen}`);
  };
  await Promise.all(Array.from({ length: abreast }, lane));
  const happened = (fault: Fault): number =>
    verdicts.reduce((sum, verdict) => sum + (verdict.faults.get(fault) ?? 0), 0);
  if (process.env['FLEET_COUNTS'])
    console.table(Object.fromEntries(faults.map((fault) => [fault, happened(fault)])));
  return {
    failures: verdicts.filter((verdict) => !isClean(verdict)),
    wordsEach: verdicts.reduce((sum, { words }) => sum + words, 0) / runs,
    unseen: faults.filter((fault) => happened(fault) === 0),
  };
}

/** Lives between two words about how it goes (chosen: the suite's own runs say nothing). */
const toldEvery = 500;
const firstSeed = Number(process.env['FLEET_SEED'] ?? 1);
