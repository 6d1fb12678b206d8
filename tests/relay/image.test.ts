// @vitest-environment node
/** Docker is not here to ask, so this does by hand what the Dockerfile says of our own code, up to starting the relay. */
import { spawnSync } from 'node:child_process';
import { cp, mkdtemp, readdir, readFile, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';

import { root } from '../../scripts/place.ts';

test('compose passes on every setting that the operator may want to change', async () => {
  const [readme, compose] = await Promise.all(
    ['README.md', 'compose.yaml'].map((name) => readFile(join(root, 'relay', name), 'utf8')),
  );
  const named = [...(readme ?? '').matchAll(/^\| `RELAY_.*?\|/gm)].flatMap(
    ([cell]) => cell.match(/RELAY_\w+/g) ?? [],
  );
  expect(named.length).toBeGreaterThan(10);
  // The folder is SQLite's, and compose brings PostgreSQL.
  const wanted = named.filter((name) => name !== 'RELAY_DATA');
  expect(wanted.filter((name) => !compose?.includes(`\${${name}:-`))).toEqual([]);
});

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
  const steps = [...text.matchAll(/^RUN (\[.+\])$/gm)].map(
    ([, exec = '']) => JSON.parse(exec) as readonly string[],
  );
  expect(steps).toHaveLength(1);
  const cache = { NODE_COMPILE_CACHE: join(folder, 'compiled') };
  const compiled = async (): Promise<string[]> =>
    (await readdir(cache.NODE_COMPILE_CACHE, { recursive: true })).toSorted();
  for (const [tool, ...args] of steps) {
    expect(tool).toBe('node');
    const there = args.map((arg) => arg.replaceAll('/comma', folder));
    const { status, stderr } = spawnSync(process.execPath, there, {
      cwd: folder,
      env: cache,
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([0, '']);
  }
  const before = await compiled();
  expect(before.length).toBeGreaterThan(40);
  const [, ...command] = JSON.parse(/^CMD (\[.+\])$/m.exec(text)?.[1] ?? '[]') as string[];
  // It gets as far as reading its settings, so every file was there.
  const { status, stderr } = spawnSync(process.execPath, command, {
    cwd: folder,
    env: { ...cache, PORT: 'none' },
    encoding: 'utf8',
  });
  expect([status, stderr]).toEqual([
    2,
    'PORT is a whole number from 0 to 65535; it was set to “none”.\n',
  ]);
  // It found all of its sources without types: stripping them takes 30 MB for as long as it runs.
  expect(await compiled()).toEqual(before);
});
