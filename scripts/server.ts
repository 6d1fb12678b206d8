/** Serves a built PWA the way a real host should: its headers, brotli, honest 404s, routes to index.html. */
import { createHash } from 'node:crypto';
import { readFile, readdir, stat } from 'node:fs/promises';
import { type AddressInfo } from 'node:net';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress } from 'node:zlib';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';

import type { Relay } from '../relay/app.ts';
import { routes } from '../src/sync/protocol/routes.ts';
import { cacheControl, pageHeaders as usualHeaders } from './headers.ts';

const types: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json',
  '.png': 'image/png',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.woff2': 'font/woff2',
};
const compressible = new Set(['.css', '.html', '.js', '.json', '.svg', '.webmanifest']);

interface Asset {
  readonly changed: number;
  readonly etag: string;
  readonly body: Uint8Array<ArrayBuffer>;
  readonly brotli?: Uint8Array<ArrayBuffer>;
}

const compress = promisify(brotliCompress);

/** Reads a file once and again only after it changed on disk, so a new build needs no restart. */
function assetCache(folder: string): (path: string) => Promise<Asset | undefined> {
  const assets = new Map<string, Asset>();
  return async (path) => {
    const file = join(folder, path);
    const found = await stat(file).catch(() => undefined);
    if (!found?.isFile() || !Object.hasOwn(types, extname(path))) return undefined;
    const known = assets.get(path);
    if (known?.changed === found.mtimeMs) return known;
    const body = new Uint8Array(await readFile(file));
    const asset: Asset = {
      changed: found.mtimeMs,
      etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"`,
      body,
      ...(compressible.has(extname(path)) && { brotli: new Uint8Array(await compress(body)) }),
    };
    assets.set(path, asset);
    return asset;
  };
}

function createApp(
  asset: (path: string) => Promise<Asset | undefined>,
  pageHeaders: Readonly<Record<string, string>>,
): Hono {
  const app = new Hono();
  app.on(['GET', 'HEAD'], '*', async (context) => {
    // The URL parser has already resolved every `..`, so a path cannot leave the folder.
    const asked = context.req.path;
    const path = extname(asked) ? asked : '/index.html';
    const found = await asset(path);
    const headers = new Headers({ ...pageHeaders, 'Cache-Control': cacheControl(path) });
    if (!found) {
      headers.set('Cache-Control', 'no-cache');
      return new Response('Not found\n', { status: 404, headers });
    }
    headers.set('ETag', found.etag);
    headers.set('Vary', 'Accept-Encoding');
    if (context.req.header('If-None-Match') === found.etag)
      return new Response(null, { status: 304, headers });
    headers.set('Content-Type', types[extname(path)] ?? 'application/octet-stream');
    const accepted = context.req.header('Accept-Encoding') ?? '';
    const brotli = /\bbr\b/.test(accepted) ? found.brotli : undefined;
    if (brotli) headers.set('Content-Encoding', 'br');
    return new Response(brotli ?? found.body, { headers });
  });
  return app;
}

export interface Served {
  readonly port: number;
  readonly close: () => Promise<void>;
}

const isRelays = (path: string): boolean =>
  path.startsWith('/v1/') || path === routes.health.path || path === routes.metrics.path;

/**
 * The app, and a relay beside it if there is one. Rejects with the system's error, `EADDRINUSE` among them;
 * port 0 takes any free one.
 */
export async function serve(
  folder: string,
  port: number,
  relay?: { readonly app: Pick<Relay['app'], 'fetch'> },
  pageHeaders = usualHeaders,
): Promise<Served> {
  const asset = assetCache(folder);
  for (const file of await readdir(folder, { recursive: true })) await asset(`/${file}`); // compressed before the first visit
  const app = createApp(asset, pageHeaders);
  const server = createAdaptorServer({
    fetch: (request, env) =>
      (relay && isRelays(new URL(request.url).pathname) ? relay.app : app).fetch(request, env),
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => {
          resolve();
        });
        if ('closeAllConnections' in server) server.closeAllConnections();
      }),
  };
}
