/** A copy of the built PWA that a test may change, as a deploy changes what a server holds. */
import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { buildOf } from '../../support/place.ts';

export interface Release {
  readonly folder: string;
  /** Puts a next version in place: another page, and a worker that knows of it. */
  readonly next: (name: string) => Promise<void>;
  /** The same, with a worker that wants to keep a file that is not there. */
  readonly brokenNext: (name: string) => Promise<void>;
  readonly remove: () => Promise<void>;
}

export async function copyRelease(): Promise<Release> {
  const folder = await mkdtemp(join(tmpdir(), 'comma-release-'));
  await cp(buildOf('pwa'), folder, { recursive: true });

  /** The worker comes last and whole: a browser may look for it at any moment. */
  async function deploy(name: string, finish: (worker: string) => string): Promise<void> {
    const html = await readFile(join(folder, 'index.html'), 'utf8');
    await writeFile(
      join(folder, 'index.html'),
      html.replace(/<html lang="en"[^>]*>/, `<html lang="en" id="${name}">`),
    );
    const code = await readFile(join(folder, 'sw.js'), 'utf8');
    const next = code.replace(
      /(url:\s*["'`]\/index\.html["'`],\s*revision:\s*["'`])[^"'`]*/,
      `$1${name}`,
    );
    if (next === code) throw new Error('The worker does not name /index.html.');
    await writeFile(join(folder, 'next-sw'), finish(next));
    await rename(join(folder, 'next-sw'), join(folder, 'sw.js'));
  }

  return {
    folder,
    next: (name) => deploy(name, (worker) => worker),
    brokenNext: (name) =>
      deploy(name, (worker) => worker.replace(/\/assets\/[\w-]+\.js/, '/assets/gone.js')),
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
