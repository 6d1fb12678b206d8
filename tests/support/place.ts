/** Where the builds under test are. */
import { existsSync } from 'node:fs';
import { join } from 'node:path';

import { type Build } from '../../scripts/builds.ts';
import { root, usualPlace } from '../../scripts/place.ts';

export function buildOf(name: Build): string {
  const folder = join(root, usualPlace().dist, name);
  const first = name === 'pwa' ? 'index.html' : 'manifest.json';
  if (!existsSync(join(folder, first))) throw new Error(`There is no build in ${folder}.`);
  return folder;
}
