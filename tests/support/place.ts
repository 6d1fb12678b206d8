/** Where the builds under test are. */
import { join } from 'node:path';

import { type Build } from '../../scripts/builds.ts';
import { root, usualPlace } from '../../scripts/place.ts';

export function buildOf(name: Build): string {
  return join(root, usualPlace().dist, name);
}
