/** Words that are kept without a page of ours. */
import { entryKind, entryRecordId, newEntryFields } from '#core/features/journal/entry.ts';
import { createId, systemRandom } from '#core/kernel/random.ts';

import { clock } from '../clock.ts';
import { rulesNow } from './pauses.ts';
import { vault } from './vault.ts';

/** False when they could not be kept, or there are none. */
export async function keepNote(text: string): Promise<boolean> {
  if (text.trim() === '') return false;
  const created = clock.wall();
  const { dayStart } = await rulesNow();
  const fields = newEntryFields(
    { at: created, zone: clock.zone() },
    { source: 'note', shell: 'extension', created },
    dayStart,
  );
  const id = entryRecordId(createId(systemRandom));
  return (await (await vault).write({ id, kind: entryKind, fields, text })).ok;
}
