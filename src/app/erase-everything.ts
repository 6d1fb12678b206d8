import { eraseVault } from '../vault/erase.ts';
import type { Comma } from './comma.svelte.ts';
import { forgetTouch } from './lock-after.ts';

/** Empties this device's journal, keys and settings, gives back what it was allowed, and starts again as on the first day. */
export async function eraseEverything({ vault, ports }: Comma): Promise<void> {
  await eraseVault(vault);
  await ports.giveBack?.();
  forgetTouch();
  location.reload();
}
