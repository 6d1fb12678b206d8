import { fileURLToPath } from 'node:url';
import { crx } from '@crxjs/vite-plugin';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { loadEnv, type UserConfig } from 'vite';
import { defineConfig, type ViteUserConfig } from 'vitest/config';

import { chunkOf } from './extension/build/chunks.ts';
import { fetchTogether } from './extension/build/fetch-together.ts';
import { workerGuard } from './extension/build/worker-guard.ts';
import { manifest } from './extension/manifest.ts';
import { firstChunk } from './pwa/build/first-chunk.ts';
import { precache } from './pwa/build/precache.ts';
import { classicScript } from './scripts/plugins/classic-script.ts';
import { buildFirstScreen } from './scripts/plugins/first-screen.ts';
import { paintFirst } from './scripts/plugins/paint-first.ts';
import { relaysIn } from './scripts/place.ts';
import { extensionId } from './src/sync/protocol/extension-address.ts';

const here = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig(({ mode, command }): ViteUserConfig => {
  const env = loadEnv(mode, here('.'), '');
  const pwaOrigin = env['PWA_ORIGIN'] ?? 'http://localhost:8787';
  const otherRelays = relaysIn(env['OTHER_RELAYS'] ?? '');
  const dist = (name: string): string => here(`${env['DIST'] ?? 'dist'}/${name}`);
  const common: UserConfig = {
    plugins: [
      svelte({
        configFile: false,
        // Built node by node, a first screen stands sooner than by the HTML parser, called once a component.
        compilerOptions: { runes: true, fragments: 'tree' },
      }),
    ],
    envDir: here('.'),
    resolve: {
      alias: [
        // The same Dexie without its ES5 clothes, about 1.5 kB less on every first load.
        { find: /^dexie$/, replacement: here('node_modules/dexie/dist/modern/dexie.mjs') },
        { find: /^lib0\/logging$/, replacement: here('src/vault/yjs-logging.ts') },
      ],
    },
    define: {
      __PWA_ORIGIN__: JSON.stringify(pwaOrigin),
      __EXTENSION_ID__: JSON.stringify(extensionId),
    },
    build: {
      target: 'es2023',
      cssTarget: ['chrome123', 'firefox120', 'safari17.5'], // the first with native light-dark()
      emptyOutDir: true,
      assetsInlineLimit: 0,
      // A first load is one or two files here; the code that preloads would be more than it saves.
      modulePreload: false,
    },
  };
  if (mode === 'test')
    return {
      ...common,
      root: here('.'),
      resolve: { conditions: ['browser'] },
      test: {
        include: ['tests/{unit,architecture,fleet,relay}/**/*.test.ts'],
        setupFiles: ['tests/support/setup.ts'],
        maxWorkers: '100%', // of a machine with two cores, one is left idle otherwise
        testTimeout: 120_000, // as below
        hookTimeout: 120_000,
        expect: { poll: { timeout: 20_000 } },
        env: { TZ: 'Europe/Berlin' },
      },
    };
  if (mode === 'browser' || mode === 'build')
    return {
      root: here('.'),
      test: {
        include: [`tests/${mode}/**/*.test.ts`],
        setupFiles: ['tests/support/setup.ts'],
        maxWorkers: 1, // unless a run brings a place for each
        // What passes takes no longer for it: a slow machine is not a broken Comma.
        testTimeout: 180_000,
        hookTimeout: 180_000,
        expect: { poll: { timeout: 30_000 } },
      },
    };
  if (mode === 'pwa')
    return {
      ...common,
      root: here('pwa'),
      plugins: [
        ...(common.plugins ?? []),
        classicScript(here('pwa/early.iife.ts'), 'early.js'),
        buildFirstScreen(here('pwa/first-screen.ts'), '/early.js', '/index.html'),
        paintFirst('/index.html'),
        precache(here('pwa/sw.ts')),
      ],
      build: {
        ...common.build,
        outDir: dist('pwa'),
        rolldownOptions: {
          input: here('pwa/index.html'),
          output: { codeSplitting: { groups: [firstChunk] } },
        },
      },
    };
  const target = mode === 'firefox' ? 'firefox' : 'chrome';
  return {
    ...common,
    root: here('extension'),
    define: { ...common.define, __FIREFOX__: JSON.stringify(target === 'firefox') },
    plugins: [
      ...(common.plugins ?? []),
      fetchTogether(),
      crx({ manifest: manifest(target, pwaOrigin, otherRelays), browser: target }),
      ...['arriving', 'page-media', 'calls', 'keys'].map((name) =>
        classicScript(here(`extension/content/${name}.iife.ts`), `content/${name}.js`),
      ),
      classicScript(here('extension/popup/early.iife.ts'), 'popup/early.js'),
      buildFirstScreen(
        here('extension/popup/first-screen.ts'),
        '/popup/early.js',
        '/popup/index.html',
      ),
      paintFirst('/popup/index.html'),
      ...(target === 'chrome' ? [workerGuard(here('extension/background.ts'))] : []),
    ],
    build: {
      ...common.build,
      outDir: dist(`${target}${command === 'serve' ? '-dev' : ''}`),
      rolldownOptions: {
        output: {
          codeSplitting: {
            groups: [
              {
                name: chunkOf(
                  here('extension/background.ts'),
                  here('extension/popup/index.html'),
                  here('extension/app/index.html'),
                ),
              },
            ],
          },
        },
        input: {
          pause: here('extension/pause/index.html'),
          panel: here('extension/panel/index.html'),
          site: here('extension/site/index.html'),
          ...(target === 'chrome' && { offscreen: here('extension/offscreen/index.html') }),
        },
      },
    },
  };
});
