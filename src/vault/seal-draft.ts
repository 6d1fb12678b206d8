import type { Random } from '../kernel/random.ts';
import type { SealedDraft } from './database.ts';
import { createRec } from './edit-record.ts';
import { wireIdOf, type VaultKeys } from './keys.ts';
import { seal } from './seal.ts';

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
