import { live } from '../vault/live-query.svelte.ts';
import type { Live } from '../vault/live.svelte.ts';
import { mostAside } from '../vault/quarantine.ts';
import type { Comma } from './comma.svelte.ts';

/** How many rows of this vault, or of a peer, did not open. */
export const unopened = ({ vault }: Comma): Live<number> =>
  live(
    () => vault.db.quar.count(),
    (count) => count,
    0,
  );

/** How many of a peer's are kept at most: rows, and megabytes. */
export const mostUnopened = [mostAside.rows, mostAside.bytes / 1e6] as const;
