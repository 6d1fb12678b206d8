// @vitest-environment node
/** Docker is not here to ask, so this does what the Dockerfile says by hand, up to starting the relay. */
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

import { root } from '../../scripts/place.ts';

test('what the image is given is all that a relay needs', async () => {
  const text = await readFile(join(root, 'relay/Dockerfile'), 'utf8');
  const folder = await mkdtemp(join(tmpdir(), 'comma-image-'));
  onTestFinished(() => rm(folder, { recursive: true }));
  const copied = [...text.matchAll(/^COPY (.+) \S+$/gm)].flatMap(([, names = '']) =>
    names.split(' '),
  );
  expect(copied).toContain('relay');
  for (const name of copied) await cp(join(root, name), join(folder, name), { recursive: true });
  await symlink(join(root, 'node_modules'), join(folder, 'node_modules'));
  const command = /^CMD \["node", "(.+)"\]$/m.exec(text)?.[1] ?? '';
  // It gets as far as reading its settings, so every file was there.
  const { status, stderr } = spawnSync(process.execPath, [command], {
    cwd: folder,
    env: { PORT: 'none' },
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([
    2,
    'PORT is a whole number from 0 to 65535; it was set to “none”.\n',
  ]);
});
