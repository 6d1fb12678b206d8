import type { Practice } from '../../content/practice.ts';
import { textField } from '../../kernel/stored.ts';
import type { Vault } from '../../vault/vault.ts';
import type { Answers } from './play.ts';
import { readRuns } from './practised.svelte.ts';
import { answersFrom } from './runs.ts';

/** What a run may begin with, and the entry that it comes from. */
export interface Earlier {
  readonly entry: string;
  readonly answers: Answers;
}

/** The answers of this entry, or else of the last run whose entry is still there. Null when there are none. */
export async function answersBefore(
  vault: Vault,
  practice: Practice,
  from = '',
): Promise<Earlier | null> {
  if (!practice.again) return null;
  const runs = (await readRuns(vault))
    .filter((run) => run.practice === practice.id && run.entry !== '')
    .toSorted((a, b) => b.startedAt - a.startedAt);
  for (const entry of [from, ...runs.map((run) => run.entry)]) {
    const kept = entry === '' ? undefined : await vault.read(entry);
    if (!kept?.alive || textField(kept, 'practice') !== practice.id) continue;
    const answers = answersFrom(textField(kept, 'sheet'), practice, kept.text);
    if (answers) return { entry, answers };
  }
  return null;
}
