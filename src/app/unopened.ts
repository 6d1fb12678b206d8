import { live } from '../vault/live-query.svelte.ts';
import type { Live } from '../vault/live.svelte.ts';
import type { Comma } from './comma.svelte.ts';

/** How many rows of this vault, or of a peer, did not open. */
export const unopened = ({ vault }: Comma): Live<number> =>
  live(
    () => vault.db.quar.count(),
    (count) => count,
    0,
  );
