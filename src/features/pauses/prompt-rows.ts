import type { VaultDatabase } from '../../vault/database.ts';
import type { Row } from '../../vault/row.ts';
import { promptKind, promptRecordId } from './prompt-fields.ts';
import { mainPromptId } from './prompt.ts';

/** The rows of the prompts; of those that are gone only the first one's, because without any row it is there. */
export async function promptRows({ rec }: VaultDatabase): Promise<Row[]> {
  const [living, main] = await Promise.all([
    rec.where('[kind+day]').equals([promptKind, '']).toArray(),
    rec.get(promptRecordId(mainPromptId)),
  ]);
  return main && main.kind !== promptKind ? [...living, main] : living;
}
