/** Packs as a person opens them, and what a screen shows of those that were taken. */
import { expect, onTestFinished } from 'vitest';

import { englishLibrary } from '#core/content/en/library.ts';
import {
  checkPack,
  PacksState,
  signedBytes,
  type CheckedPack,
} from '#core/features/packs/packs.svelte.ts';
import type { Taken } from '#core/features/packs/taken.ts';
import { readPack } from '#core/features/packs/read-pack.ts';
import type { Refusal } from '#core/features/packs/refusal.ts';
import { DecksState } from '#core/features/practices/decks.svelte.ts';
import { utf8 } from '#core/kernel/bytes.ts';
import type { Result } from '#core/kernel/result.ts';
import { Ahead } from '#core/vault/ahead.svelte.ts';
import { createSigner, sign } from '#core/vault/signatures.ts';
import type { Signer } from '#core/vault/signer.ts';
import type { Vault } from '#core/vault/vault.ts';

import { known } from './known.ts';

export const check = async (pack: object): Promise<Result<CheckedPack, Refusal>> => {
  const read = readPack(utf8(JSON.stringify(pack)), known);
  return read.ok ? checkPack(read.value) : read;
};

export async function opened(pack: object): Promise<CheckedPack> {
  const checked = await check(pack);
  if (!checked.ok) throw new Error(`refused: ${JSON.stringify(checked.error)}`);
  return checked.value;
}

export async function signed(pack: object, signer: Signer): Promise<object> {
  const sig = await sign(signer, signedBytes({ ...pack }));
  return { ...pack, signature: { alg: 'Ed25519', key: signer.key, sig } };
}

export async function newSigner(): Promise<Signer> {
  const signer = await createSigner();
  if (!signer) throw new Error('this runtime has no Ed25519');
  return signer;
}

/** What a screen shows of it, and the state behind that. */
export function setupPacks(vault: Vault): {
  packs: PacksState;
  decks: DecksState;
  taken: () => Taken;
} {
  const packs = new PacksState(vault);
  const decks = new DecksState(vault, new Ahead(vault), englishLibrary);
  onTestFinished(
    $effect.root(() => {
      $effect(() => {
        expect([packs.taken, decks.deck('warmth')]).toBeDefined();
      });
    }),
  );
  return {
    packs,
    decks,
    taken: () =>
      packs.taken ?? { packs: [], practices: [], decks: [], lines: [], notes: [], people: [] },
  };
}
