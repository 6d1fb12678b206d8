/** The packs that stand in `docs` for whoever writes one. */
import type { CheckedPack } from '#core/features/packs/packs.svelte.ts';

import evening from '../../../../docs/packs/evening.json' with { type: 'json' };
import talk from '../../../../docs/packs/before-a-talk.json' with { type: 'json' };

export const samples = { talk, evening } as const;

/** All that can be taken of it. */
export const idsOf = ({ pack }: CheckedPack): Set<string> =>
  new Set(
    [
      ...(pack.practices ?? []),
      ...(pack.decks ?? []),
      ...(pack.lines ?? []),
      ...(pack.plan ?? []),
      ...(pack.people ?? []),
    ].map(({ id }) => id),
  );
