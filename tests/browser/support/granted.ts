/** The built extension as it is once the person has said yes: no driver can answer Chrome's question. */
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { buildOf } from '../../support/place.ts';

/** A copy in a folder of its own, which the caller removes. */
export async function grantedCopy(...origins: string[]): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'comma-granted-'));
  await cp(buildOf('chrome'), copy, { recursive: true });
  const file = join(copy, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  await writeFile(file, JSON.stringify({ ...manifest, host_permissions: origins }));
  return copy;
}
