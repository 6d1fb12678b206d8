/**
 * Finishes the PWA's build: the service worker with the list of files it keeps, the header file for static
 * hosts, and in index.html the hash of the headers. Browsers freeze response headers into the precache, so
 * a change of headers has to change the page's revision too.
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build, type Plugin, type ResolvedConfig } from 'vite';
import { getManifest } from 'workbox-build';

import { headersFile, headersHash } from '../../scripts/headers.ts';

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
      const { manifestEntries, warnings } = await getManifest({
        globDirectory: outDir,
        globPatterns: ['**/*.{js,css,html,svg,png,woff2}'],
        globIgnores: ['screens/**', 'sw.js'],
        dontCacheBustURLsMatching: /^assets\//,
      });
      if (warnings.length > 0) throw new Error(warnings.join('\n'));
      await build({
        configFile: false,
        root: config.root,
        mode: config.mode,
        publicDir: false,
        logLevel: 'warn',
        define: {
          __PRECACHE__: JSON.stringify(manifestEntries),
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
