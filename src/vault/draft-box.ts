import { isStorageFull } from './commit-rows.ts';
import type { SealedDraft } from './database.ts';
import { openDraft } from './draft.ts';
import { err, ok, type Result } from '../kernel/result.ts';
import { revOf } from '../kernel/revision.ts';
import type { WriteFailure } from './item.ts';
import type { Vault } from './vault.ts';

/** What was being written at `place` when the window closed; empty when nothing was. */
export async function readDraft(vault: Vault, place: string): Promise<string> {
  if (vault.isLocked) return '';
  const kept = await vault.db.draft.get(place);
  return kept ? ((await openDraft(vault.keys, kept)) ?? '') : '';
}

/** Enough for any pile-up of windows. */
const attempts = 20;

/**
 * Puts what `change` makes of the words at `place` there, even if another window writes meanwhile: `change`
 * is then asked again, of the newer words. An empty text clears the place.
 */
export async function editDraft(
  vault: Vault,
  place: string,
  change: (now: string) => string,
): Promise<Result<void, WriteFailure>> {
  if (vault.readOnly) return err({ type: 'ReadOnly' });
  // It could not be read back: until somebody unlocks, such words stand on their screen alone.
  if (vault.isLocked) return ok(undefined);
  const { db, setup } = vault;
  const { sealDraft } = await setup.writing();
  for (let attempt = 0; attempt < attempts; attempt++) {
    const before = await db.draft.get(place);
    const now = before ? ((await openDraft(vault.keys, before)) ?? '') : '';
    const next = change(now);
    if (next === now) return ok(undefined);
    const sealed = next === '' ? null : await sealDraft(vault.keys, place, next, setup.random);
    try {
      const put = await db.transaction('rw', db.draft, async () => {
        const still = await db.draft.get(place);
        if (!sameSeal(still, before)) return false;
        await (sealed ? db.draft.put(sealed) : db.draft.delete(place));
        return true;
      });
      if (put) return ok(undefined);
    } catch (failure) {
      if (isStorageFull(failure)) return err({ type: 'StorageFull' });
      throw failure;
    }
  }
  throw new Error(`A draft changed ${attempts} times while it was being written`);
}

const sameSeal = (some: SealedDraft | undefined, other: SealedDraft | undefined): boolean =>
  (some && revOf(some.ct)) === (other && revOf(other.ct));
