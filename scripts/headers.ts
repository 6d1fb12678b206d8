/** The one source of the PWA's response headers: our server sends them, static hosts read them from _headers. */
import { createHash } from 'node:crypto';

import { usualPlace } from './place.ts';

const contentSecurityPolicy = (otherRelays: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "media-src 'self' blob:",
    // Whoever serves the app says which other relays it may ever speak to: words can leave for nowhere else.
    ["connect-src 'self'", ...otherRelays].join(' '),
    "manifest-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
    "require-trusted-types-for 'script'",
    // Svelte's own templates, and the workers of the app: what keeps it offline, what seals a backup or stretches a passphrase.
    'trusted-types svelte-trusted-html comma-sw comma-worker',
  ].join('; ');

export const pageHeadersWith = (
  otherRelays: readonly string[],
): Readonly<Record<string, string>> => ({
  'Content-Security-Policy': contentSecurityPolicy(otherRelays),
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Origin-Agent-Cluster': '?1',
  'Permissions-Policy':
    'camera=(self), display-capture=(), geolocation=(), microphone=(), midi=(), payment=(), serial=(), usb=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
});

export const pageHeaders = pageHeadersWith(usualPlace().relays);

/** Files under /assets carry their content's hash in their name; everything else may change at any time. */
export function cacheControl(path: string): string {
  return path.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache';
}

const revisited = ['/', '/index.html', '/early.js', '/sw.js', '/manifest.webmanifest', '/icons/*'];

/** The format that Netlify and Cloudflare Pages read. */
export function headersFile(): string {
  const everywhere = Object.entries(pageHeaders).map(([name, value]) => `  ${name}: ${value}\n`);
  const caching = ['/assets/*', ...revisited].map(
    (path) => `${path}\n  Cache-Control: ${cacheControl(path)}\n`,
  );
  return `/*\n${everywhere.join('')}${caching.join('')}`;
}

export function headersHash(): string {
  return createHash('sha256').update(headersFile()).digest('hex').slice(0, 12);
}
