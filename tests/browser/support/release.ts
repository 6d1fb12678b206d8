/** A copy of the built PWA that a test may change, as a deploy changes what a server holds. */
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { buildOf } from '../../support/place.ts';

export interface Release {
  readonly folder: string;
  /** Puts a next version in place: another page, and a worker that knows of it. */
  readonly next: (name: string) => Promise<void>;
  /** Takes one file away that the worker wants to keep. */
  readonly breakAsset: () => Promise<void>;
  readonly remove: () => Promise<void>;
}

export async function copyRelease(): Promise<Release> {
  const folder = await mkdtemp(join(tmpdir(), 'comma-release-'));
  await cp(buildOf('pwa'), folder, { recursive: true });
  const page = join(folder, 'index.html');
  const worker = join(folder, 'sw.js');
  return {
    folder,
    next: async (name) => {
      const html = await readFile(page, 'utf8');
      await writeFile(page, html.replace(/<html lang="en"[^>]*>/, `<html lang="en" id="${name}">`));
      const code = await readFile(worker, 'utf8');
      const next = code.replace(
        /(url:\s*["'`]\/index\.html["'`],\s*revision:\s*["'`])[^"'`]*/,
        `$1${name}`,
      );
      if (next === code) throw new Error('The worker does not name /index.html.');
      await writeFile(worker, next);
    },
    breakAsset: async () => {
      const code = await readFile(worker, 'utf8');
      await writeFile(worker, code.replace(/\/assets\/[\w-]+\.js/, '/assets/gone.js'));
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}
