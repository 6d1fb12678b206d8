// @vitest-environment node
/** Promises about the whole tree that no compiler and no linter keeps. */
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { requiredPermissions } from '../../extension/manifest.ts';

const root = join(import.meta.dirname, '../..');
const read = (path: string): Promise<string> => readFile(join(root, path), 'utf8');
const json = async <Shape>(path: string): Promise<Shape> => JSON.parse(await read(path)) as Shape;

async function files(folder: string): Promise<string[]> {
  const entries = await readdir(join(root, folder), { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(root.length + 1));
}

interface Package {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}
interface Locked {
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly resolved?: string;
}

test('the tests run under the Node that the project pins', () => {
  expect(Number(process.versions.node.split('.')[0])).toBeGreaterThanOrEqual(24);
});

test('what ships with the product is on this list, each at one exact version', async () => {
  const { dependencies, devDependencies } = await json<Package>('package.json');
  // A further one needs its reason in src/README.md: what it saves, its size, who keeps it.
  expect(Object.keys(dependencies)).toEqual([
    '@fontsource-variable/figtree',
    '@fontsource-variable/fraunces',
    '@hono/node-server',
    '@jest/diff-sequences',
    '@noble/hashes',
    '@scure/base',
    'age-encryption',
    'canonicalize',
    'dexie',
    'fflate',
    'hono',
    'ical-generator',
    'pg',
    'qr',
    'svelte',
    'temporal-polyfill',
    'unhomoglyph',
    'valibot',
    'virtua',
    'web-push',
    'workbox-window',
    'yjs',
  ]);
  const versions = Object.values({ ...dependencies, ...devDependencies });
  expect(versions.filter((version) => !/^\d+\.\d+\.\d+(-beta\.\d+)?$/.test(version))).toEqual([]);
});

test('the lockfile names no host and leaves out no platform', async () => {
  const { packages } = await json<{ packages: Record<string, Locked> }>('package-lock.json');
  const names = new Set(Object.keys(packages).map((path) => path.split('node_modules/').at(-1)));
  expect(names.size).toBeGreaterThan(100);
  const wrong = Object.entries(packages).flatMap(([path, { resolved, optionalDependencies }]) => [
    ...(resolved === undefined ? [] : [`${path} is fetched from ${resolved}`]),
    ...Object.keys(optionalDependencies ?? {})
      .filter((name) => !names.has(name))
      .map((name) => `${path} lacks ${name}`),
  ]);
  expect(wrong).toEqual([]);
});

test('every feature keeps its rules in plain modules and tests them', async () => {
  const sources = await files('src/features');
  const tests = await files('tests/unit');
  const features = new Set(sources.map((path) => path.split('/')[2] ?? ''));
  expect(features.size).toBeGreaterThan(0);
  for (const feature of features) {
    const inFeature = sources.filter((path) => path.startsWith(`src/features/${feature}/`));
    const rules = inFeature.filter((path) => /(?<!\.svelte)\.ts$/.test(path));
    expect(rules, `${feature} has no plain module`).not.toEqual([]);
    const tested = tests.filter((path) => path.startsWith(`tests/unit/features/${feature}/`));
    expect(tested, `${feature} has no test`).not.toEqual([]);
  }
});

test('nothing outside of sync can speak to a network', async () => {
  const outside = (await files('src')).filter((path) => !path.startsWith('src/sync/'));
  expect(outside.length).toBeGreaterThan(50);
  const network =
    /\b(fetch\s*\(|sendBeacon|(WebSocket|EventSource|XMLHttpRequest|WebTransport|RTCPeerConnection)\b)/;
  const found: string[] = [];
  for (const path of outside) if (network.test(await read(path))) found.push(path);
  expect(found).toEqual([]);
});

test('the extension requires exactly the permissions that need no warning', () => {
  expect(requiredPermissions).toEqual({
    chrome: [
      'alarms',
      'idle',
      'storage',
      'unlimitedStorage',
      'scripting',
      'activeTab',
      'offscreen',
      'sidePanel',
      'contextMenus',
    ],
    firefox: [
      'alarms',
      'idle',
      'storage',
      'unlimitedStorage',
      'scripting',
      'activeTab',
      'contextMenus',
    ],
  });
});
