/** The three builds, and which of them no longer match their sources. */
import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';

import { run } from './run.ts';

export const root = join(import.meta.dirname, '..');

/** Where builds go and whom they trust; tests choose both when the usual port is taken. */
export interface Place {
  readonly dist: string;
  readonly origin: string;
}

export const usualPort = 8787;

export function usualPlace(): Place {
  return {
    dist: process.env['DIST'] ?? 'dist',
    origin: process.env['PWA_ORIGIN'] ?? `http://localhost:${usualPort}`,
  };
}

/** Vite's modes, by the folder each one fills. */
const modes = { chrome: 'extension', firefox: 'firefox', pwa: 'pwa' } as const;
export type Build = keyof typeof modes;
export const builds = Object.keys(modes) as readonly Build[];

const sources = ['src', 'extension', 'pwa', 'scripts/headers.ts'];
const settings = ['vite.config.ts', 'package.json', 'package-lock.json'];

async function filesIn(path: string): Promise<string[]> {
  if (!existsSync(join(root, path))) return [];
  if (/\.\w+$/.test(path)) return [path];
  const entries = await readdir(join(root, path), { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map((e) => join(e.parentPath, e.name));
}

export async function treeHash(paths: readonly string[]): Promise<string> {
  const hash = createHash('sha256');
  const files = (await Promise.all(paths.map(filesIn))).flat().map((file) => join(file));
  for (const file of files.sort()) {
    const bytes = await readFile(file.startsWith(root) ? file : join(root, file));
    hash.update(`${file}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex');
}

async function fingerprint({ origin }: Place): Promise<string> {
  return `${await treeHash([...sources, ...settings])} ${origin}\n`;
}

/** Beside the builds, never inside: a build holds only what is shipped. */
const stampOf = ({ dist }: Place, build: Build): string => join(root, dist, `.${build}.stamp`);

export async function buildAll(place: Place, wanted: readonly Build[] = builds): Promise<void> {
  const stamp = await fingerprint(place);
  for (const build of wanted) {
    const code = await run('vite', ['build', '--mode', modes[build], '--logLevel', 'warn'], {
      ...place,
    });
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
