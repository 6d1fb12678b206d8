/** Words not yet kept: one sealed draft per place they are typed in, on this device only. */
import type { Random } from '../kernel/random.ts';
import type { SealedDraft } from './database.ts';
import { createRec } from './edit-record.ts';
import { open, seal } from './envelope.ts';
import { wireIdOf, type VaultKeys } from './keys.ts';

export async function sealDraft(
  keys: VaultKeys,
  place: string,
  text: string,
  random: Random,
): Promise<SealedDraft> {
  const id = `draft:${place}`;
  const rec = { ...createRec(id, 'draft'), text };
  return { place, ct: await seal(keys, await wireIdOf(keys, id), rec, random) };
}

/** Null when it does not open: a draft from before the journal was joined to another. */
export async function openDraft(keys: VaultKeys, draft: SealedDraft): Promise<string | null> {
  const opened = await open(keys, await wireIdOf(keys, `draft:${draft.place}`), draft.ct);
  return opened.ok ? (opened.value.text ?? '') : null;
}
