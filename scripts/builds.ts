/** The three builds, and which of them no longer match their sources. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { join, relative } from 'node:path';

import { oldNumbers } from '../src/content/line-age.ts';
import { inPlace, type Place, root, usualPlace } from './place.ts';
import { run } from './run.ts';

/** Vite's modes, by the folder each one fills. */
const modes = { chrome: 'extension', firefox: 'firefox', pwa: 'pwa' } as const;
export type Build = keyof typeof modes;
export const builds = Object.keys(modes) as readonly Build[];

const sources = [
  'src',
  'extension',
  'pwa',
  'scripts/headers.ts',
  'scripts/place.ts',
  'scripts/plugins',
];
const settings = ['vite.config.ts', 'package.json', 'package-lock.json'];

async function filesIn(path: string): Promise<string[]> {
  if (!(await stat(path)).isDirectory()) return [path];
  const entries = await readdir(path, { recursive: true, withFileTypes: true });
  return entries.filter((e) => e.isFile()).map(({ parentPath, name }) => join(parentPath, name));
}

/** The hash of every file in a folder, by its path inside; of a single file, by the empty path. */
export async function treeHashes(path: string): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const file of (await filesIn(path)).sort())
    hashes[relative(path, file)] = createHash('sha256')
      .update(await readFile(file))
      .digest('hex');
  return hashes;
}

async function fingerprint({ origin, relays }: Place): Promise<string> {
  const trees = await Promise.all([...sources, ...settings].map((p) => treeHashes(join(root, p))));
  return `${createHash('sha256').update(JSON.stringify(trees)).digest('hex')} ${[origin, ...relays].join(' ')}\n`;
}

/** Beside the builds, never inside: a build holds only what is shipped. */
const stampOf = ({ dist }: Place, build: Build): string => join(root, dist, `.${build}.stamp`);

/** What to look up again before a build of `today` (a plain date) goes out; empty when all is fresh. */
export function agedLines(today: string): string {
  const old = oldNumbers(today);
  return old.length === 0
    ? ''
    : `Confirmed over a year ago, and worth a new look (src/content/help-lines.ts): ${old.join(', ')}`;
}

export async function buildAll(place: Place, wanted: readonly Build[] = builds): Promise<void> {
  const aged = agedLines(new Date().toISOString().slice(0, 10));
  if (aged !== '') console.warn(aged);
  const stamp = await fingerprint(place);
  for (const build of wanted) {
    await rm(stampOf(place, build), { force: true }); // an unfinished build is no build
    const args = ['build', '--mode', modes[build], '--logLevel', 'warn'];
    const code = await run('vite', args, inPlace(place));
    if (code !== 0) throw new Error(`The build of ${build} did not finish (vite said ${code}).`);
    await mkdir(join(root, place.dist), { recursive: true });
    await writeFile(stampOf(place, build), stamp);
  }
}

/** Builds what is missing or older than its sources; says what it built. */
export async function freshen(place: Place): Promise<readonly Build[]> {
  const now = await fingerprint(place);
  const known = await Promise.all(
    builds.map((build) => readFile(stampOf(place, build), 'utf8').catch(() => '')),
  );
  const stale = builds.filter(
    (build, index) => known[index] !== now || !existsSync(join(root, place.dist, build)),
  );
  await buildAll(place, stale);
  return stale;
}

if (import.meta.main) await buildAll(usualPlace());
