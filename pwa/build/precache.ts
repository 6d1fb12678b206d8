/**
 * Finishes the PWA's build: the service worker with the list of files it keeps, the header file for static
 * hosts, and in index.html the hash of the headers. Browsers freeze response headers into the precache, so
 * a change of headers has to change the page's revision too.
 */
import { createHash } from 'node:crypto';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin, type ResolvedConfig } from 'vite';

import { headersFile, headersHash } from '../../scripts/headers.ts';

/** `revision` is `null` where the name already carries the content's hash. */
export interface PrecacheEntry {
  readonly url: string;
  readonly revision: string | null;
}

/** What the app needs to start without a network; the store's screenshots and the worker itself are not. */
export async function precacheEntries(folder: string): Promise<PrecacheEntry[]> {
  const names = (await readdir(folder, { recursive: true })).map((name) =>
    name.replace(/\\/g, '/'),
  );
  const kept = names.filter(
    (name) =>
      /\.(js|css|html|svg|png|woff2)$/.test(name) &&
      name !== 'sw.js' &&
      !name.startsWith('screens/'),
  );
  return Promise.all(
    kept.sort().map(async (name) => ({
      url: `/${name}`,
      revision: name.startsWith('assets/') ? null : await contentHash(join(folder, name)),
    })),
  );
}

async function contentHash(file: string): Promise<string> {
  return createHash('sha256')
    .update(await readFile(file))
    .digest('hex')
    .slice(0, 20);
}

export function precache(worker: string): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'comma:precache',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { name: 'headers', content: headersHash() }, injectTo: 'head' },
    ],
    async closeBundle(failure) {
      if (failure) return;
      const { outDir } = config.build;
      await writeFile(join(outDir, '_headers'), headersFile());
      await build({
        configFile: false,
        root: config.root,
        mode: config.mode,
        publicDir: false,
        logLevel: 'warn',
        define: {
          __PRECACHE__: JSON.stringify(await precacheEntries(outDir)),
          'process.env.NODE_ENV': JSON.stringify('production'),
        },
        build: {
          outDir,
          emptyOutDir: false,
          target: config.build.target,
          lib: { entry: worker, formats: ['iife'], name: 'worker', fileName: () => 'sw.js' },
        },
      });
    },
  };
}
