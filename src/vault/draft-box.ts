import { isStorageFull } from './commit-rows.ts';
import { openDraft } from './draft.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import type { WriteFailure } from './item.ts';
import type { Vault } from './vault.ts';

/** What was being written at `place` when the window closed; empty when nothing was. */
export async function readDraft(vault: Vault, place: string): Promise<string> {
  const kept = await vault.db.draft.get(place);
  return kept ? ((await openDraft(vault.keys, kept)) ?? '') : '';
}

/** An empty text clears the place. */
export async function keepDraft(
  vault: Vault,
  place: string,
  text: string,
): Promise<Result<void, WriteFailure>> {
  if (vault.readOnly) return err({ type: 'ReadOnly' });
  const { sealDraft } = await vault.setup.writing();
  const sealed = text === '' ? null : await sealDraft(vault.keys, place, text, vault.setup.random);
  try {
    await (sealed ? vault.db.draft.put(sealed) : vault.db.draft.delete(place));
    return ok(undefined);
  } catch (failure) {
    if (isStorageFull(failure)) return err({ type: 'StorageFull' });
    throw failure;
  }
}
