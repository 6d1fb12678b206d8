/** The extension at a relay other than the one that its build was made for. */
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { buildOf } from '../../support/place.ts';
import { pwaOrigin } from './build.ts';

/** A copy of the build, as one with OTHER_RELAYS makes it: the one place that names them is its policy. */
export async function extensionFor(browser: 'chrome' | 'firefox', relay: string): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'comma-elsewhere-'));
  await cp(buildOf(browser), copy, { recursive: true });
  const manifest = join(copy, 'manifest.json');
  const text = await readFile(manifest, 'utf8');
  await writeFile(manifest, text.replace(`'self' ${pwaOrigin}`, `'self' ${pwaOrigin} ${relay}`));
  return copy;
}
