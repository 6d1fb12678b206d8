/**
 * At which relay the journal is, once it was moved: a sealed record, so that every device reads it where it last was
 * and goes there by itself. Before the first move there is none.
 */
import type { Vault } from '../../vault/vault.ts';

const placeId = 'relay';

/** Null when none is kept, or what is kept is no origin. */
export async function readPlace(vault: Vault): Promise<string | null> {
  const origin = (await vault.read(placeId))?.fields['origin'];
  return typeof origin === 'string' && URL.parse(origin)?.origin === origin ? origin : null;
}

/** False when it could not be kept. */
export const putPlace = async (vault: Vault, origin: string): Promise<boolean> =>
  (await vault.write({ id: placeId, kind: 'relay', fields: { origin } })).ok;
