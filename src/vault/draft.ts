/** Words not yet kept: one sealed draft per place they are typed in, on this device only. */
import type { SealedDraft } from './database.ts';
import { open } from './open.ts';
import { wireIdOf, type VaultKeys } from './keys.ts';

/** Null when it does not open: a draft from before the journal was joined to another. */
export async function openDraft(keys: VaultKeys, draft: SealedDraft): Promise<string | null> {
  const opened = await open(keys, await wireIdOf(keys, `draft:${draft.place}`), draft.ct);
  return opened.ok ? (opened.value.text ?? '') : null;
}
