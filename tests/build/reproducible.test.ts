// @vitest-environment node
import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { buildAll, builds, treeHashes } from '../../scripts/builds.ts';
import { root, usualPlace } from '../../scripts/place.ts';

test('building again gives the same files, byte for byte', async () => {
  const place = usualPlace();
  const again = await mkdtemp(join(root, '.cache', 'again-'));
  try {
    await buildAll({ ...place, dist: again.slice(root.length + 1) });
    for (const build of builds)
      expect(await treeHashes(join(again, build)), build).toEqual(
        await treeHashes(join(root, place.dist, build)),
      );
  } finally {
    await rm(again, { recursive: true });
  }
}, 120_000);
