/** The floor beside the product, built in the same run by the same tools. */
import { cp, mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { build, type InlineConfig } from 'vite';

import { root } from '../../scripts/place.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const out = join(root, '.cache', 'bench');

export const floorPage = join(out, 'floor');
export const floorExtension = join(out, 'floor-extension');
export const libraryPage = join(out, 'library');
const scripts = join(out, 'scripts');

const shared: InlineConfig = {
  configFile: false,
  logLevel: 'warn',
  resolve: {
    alias: [
      { find: /^dexie$/, replacement: join(root, 'node_modules/dexie/dist/modern/dexie.mjs') },
    ],
  },
};
const output = { target: 'es2023', emptyOutDir: true, modulePreload: { polyfill: false } };

const script = (entry: string, name: string, outDir: string): InlineConfig => ({
  ...shared,
  root: at('.'),
  build: {
    ...output,
    outDir,
    emptyOutDir: false,
    lib: { entry: at(entry), formats: ['iife'], name, fileName: () => `${name}.js` },
  },
});

/** The floor's worker answers the PWA's origin, as the product's does. */
const manifest = (origin: string): object => ({
  manifest_version: 3,
  name: 'Floor',
  version: '1',
  permissions: ['unlimitedStorage'],
  background: { service_worker: 'floorWorker.js' },
  action: { default_popup: 'index.html' },
  externally_connectable: {
    matches: [`${new URL(origin).protocol}//${new URL(origin).hostname}/*`],
  },
});

export async function buildFloor(origin: string): Promise<void> {
  await build({
    ...shared,
    root: at('floor'),
    base: './',
    plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
    build: { ...output, outDir: floorPage },
  });
  await build({
    ...shared,
    root: at('library'),
    base: './',
    plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
    build: { ...output, outDir: libraryPage },
  });
  await mkdir(floorExtension, { recursive: true });
  await cp(floorPage, floorExtension, { recursive: true });
  await build(script('floor/worker.ts', 'floorWorker', floorExtension));
  await writeFile(join(floorExtension, 'manifest.json'), JSON.stringify(manifest(origin)));
  await build(script('page/main.ts', 'pageBenchScript', scripts));
}

export const pageScript = (): Promise<string> =>
  readFile(join(scripts, 'pageBenchScript.js'), 'utf8');
