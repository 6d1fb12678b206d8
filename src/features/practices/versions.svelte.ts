/** What was told or mapped more than once, version beside version. */
import type { Practice } from '../../content/practice.ts';
import type { Vault } from '../../vault/vault.ts';
import { answerIn } from './answer-in.ts';
import { lineage } from './lineage.ts';
import { readAllRuns } from './practised.svelte.ts';

export interface Version {
  readonly entry: string;
  /** Epoch milliseconds of the run that it came out of. */
  readonly at: number;
  readonly label: string;
  readonly text: string;
}

/** The versions that belong with this entry's, its own among them; what an entry only took over is there once. */
export async function versionsOf(
  vault: Vault,
  practice: Practice,
  entry: string,
): Promise<readonly Version[]> {
  const runs = (await readAllRuns(vault)).filter((run) => run.practice === practice.id);
  const versions: Version[] = [];
  for (const { entry: id, startedAt } of lineage(runs, entry)) {
    const kept = await vault.read(id);
    if (!kept?.alive) continue;
    for (const [answer, label] of Object.entries(practice.versions ?? {})) {
      const text = answerIn(kept.text, practice, answer);
      if (text !== '' && text !== versions.at(-1)?.text)
        versions.push({ entry: id, at: startedAt, label, text });
    }
  }
  return versions;
}
