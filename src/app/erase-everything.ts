import { eraseVault } from '../vault/erase.ts';
import type { Comma } from './comma.svelte.ts';

/** Empties this device's journal, keys and settings, and starts again as on the first day. */
export async function eraseEverything({ vault }: Comma): Promise<void> {
  await eraseVault(vault);
  location.reload();
}
