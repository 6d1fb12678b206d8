import type { View } from '../../vault/view.ts';
import { promptKind, promptRecordId } from './prompt-fields.ts';
import { mainPromptId } from './prompt.ts';

const main = promptRecordId(mainPromptId);

/** The rows of the prompts; of those that are gone only the first one's, because without any row it is there. */
export const promptViews: readonly View<'rec'>[] = [
  { table: 'rec', index: '[kind+day]', from: [promptKind, ''], until: [promptKind, ''] },
  { table: 'rec', index: ':id', from: main, until: main },
];
