import type { Comma } from './comma.svelte.ts';

/** Deletes this device's journal, keys and settings, and starts again as on the first day. */
export async function eraseEverything(comma: Comma): Promise<void> {
  await comma.vault.db.delete();
  location.reload();
}
