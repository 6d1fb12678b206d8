import type { Practice } from '../../content/practice.ts';
import { textField } from '../../kernel/stored.ts';
import type { Vault } from '../../vault/vault.ts';
import type { Answers } from './play.ts';
import { readRuns } from './practised.svelte.ts';
import { answersFrom } from './runs.ts';

/** What a run may begin with: the answers of the last one whose entry is still there. Null when there is none. */
export async function answersBefore(vault: Vault, practice: Practice): Promise<Answers | null> {
  if (!practice.again) return null;
  const runs = (await readRuns(vault))
    .filter((run) => run.practice === practice.id && run.entry !== '')
    .toSorted((a, b) => b.startedAt - a.startedAt);
  for (const { entry } of runs) {
    const kept = await vault.read(entry);
    const answers = kept?.alive ? answersFrom(textField(kept, 'sheet'), practice) : null;
    if (answers) return answers;
  }
  return null;
}
