// @vitest-environment node
/** What the built PWA promises to the browser that installs it and to the host that serves it. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { precacheEntries } from '../../pwa/build/precache.ts';
import { headersHash, pageHeaders } from '../../scripts/headers.ts';
import { serve, type Served } from '../../scripts/server.ts';
import { pngSize } from '../support/built-files.ts';
import { buildOf } from '../support/place.ts';

interface Image {
  readonly src: string;
  readonly sizes: string;
  readonly purpose?: string;
}
interface WebManifest {
  readonly icons: readonly Image[];
  readonly screenshots?: readonly Image[];
  readonly scope: string;
  readonly start_url: string;
  readonly shortcuts: readonly { readonly url: string }[];
}

const folder = buildOf('pwa');
const manifest = JSON.parse(
  await readFile(join(folder, 'manifest.webmanifest'), 'utf8'),
) as WebManifest;

let served: Served;
beforeAll(async () => {
  served = await serve(folder, 0);
});
afterAll(() => served.close());

const get = (path: string, headers: Record<string, string> = {}): Promise<Response> =>
  fetch(`http://localhost:${served.port}${path}`, { headers });

test('the web manifest names images that exist, in the sizes they have', async () => {
  const images = [...manifest.icons, ...(manifest.screenshots ?? [])];
  for (const { src, sizes } of images) {
    const { width, height } = await pngSize(join(folder, src));
    expect(`${width}x${height}`, src).toBe(sizes);
  }
  expect(manifest.icons.map(({ sizes, purpose }) => `${sizes} ${purpose ?? ''}`)).toEqual([
    '192x192 any',
    '512x512 any',
    '512x512 maskable',
  ]);
});

test('the app starts, and every shortcut leads, inside its scope', () => {
  const addresses = [manifest.start_url, ...manifest.shortcuts.map(({ url }) => url)];
  expect(addresses.filter((url) => !url.startsWith(manifest.scope))).toEqual([]);
});

test('everything the app is made of is kept for offline use, once, and the worker is not', async () => {
  const worker = await readFile(join(folder, 'sw.js'), 'utf8');
  const urls = (await precacheEntries(folder)).map(({ url }) => url);
  expect(urls).toContain('/index.html');
  expect(urls).not.toContain('/sw.js');
  expect(new Set(urls).size).toBe(urls.length);
  for (const url of urls) expect(worker).toContain(url);
});

test('the page carries the hash of its headers, so that new headers are a new version', async () => {
  const html = await readFile(join(folder, 'index.html'), 'utf8');
  expect(html).toContain(`<meta name="headers" content="${headersHash()}"`);
});

test('a static host is told the same headers that our server sends', async () => {
  const told = await readFile(join(folder, '_headers'), 'utf8');
  const { headers } = await get('/');
  for (const [name, value] of Object.entries(pageHeaders)) {
    expect(headers.get(name)).toBe(value);
    expect(told).toContain(`  ${name}: ${value}\n`);
  }
});

test('routes lead to the app, and a file that does not exist is a 404', async () => {
  const html = await readFile(join(folder, 'index.html'), 'utf8');
  expect(await (await get('/journal/today')).text()).toBe(html);
  expect((await get('/assets/old-chunk.js')).status).toBe(404);
  expect((await get('/missing.png')).status).toBe(404);
});

test('hashed files are kept for a year, the page is asked for again', async () => {
  const html = await readFile(join(folder, 'index.html'), 'utf8');
  const script = /id="code" href="(\/assets\/[^"]+\.js)"/.exec(html)?.[1] ?? 'none';
  expect((await get(script)).headers.get('Cache-Control')).toContain('immutable');
  const page = await get('/', { 'Accept-Encoding': 'br' });
  expect(page.headers.get('Cache-Control')).toBe('no-cache');
  expect(page.headers.get('Content-Encoding')).toBe('br');
  const etag = page.headers.get('ETag') ?? '';
  expect((await get('/', { 'If-None-Match': etag })).status).toBe(304);
});

test('no file outside of the build can be asked for', async () => {
  expect(existsSync(join(folder, '..', '.pwa.stamp'))).toBe(true);
  expect((await get('/..%2f.pwa.stamp')).status).toBe(404);
  expect((await get('/..%2f..%2fpackage.json')).status).toBe(404);
});
