/** The built extension as it is once the person has said yes: no driver can answer Chrome's question. */
import { cp, mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { buildOf } from '../../support/place.ts';

/** A copy that may look into pages of these origins, in a folder of its own, which the caller removes. */
export const grantedCopy = (...origins: string[]): Promise<string> =>
  copyWith((manifest) => ({ ...manifest, host_permissions: origins }));

/** The same, with permissions that are optional in the product. */
export const permittedCopy = (...permissions: string[]): Promise<string> =>
  copyWith((manifest) => ({
    ...manifest,
    permissions: [...(manifest['permissions'] as string[]), ...permissions],
  }));

async function copyWith(
  change: (manifest: Record<string, unknown>) => Record<string, unknown>,
): Promise<string> {
  const copy = await mkdtemp(join(tmpdir(), 'comma-granted-'));
  await cp(buildOf('chrome'), copy, { recursive: true });
  const file = join(copy, 'manifest.json');
  const manifest = JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  await writeFile(file, JSON.stringify(change(manifest)));
  return copy;
}
