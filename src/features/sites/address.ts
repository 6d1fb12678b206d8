/** Reads what a person types for a site, and tells which of their sites an address belongs to. */

export interface SiteAddress {
  /** As the browser writes it: small letters, punycode; without `www.`. It stands for its subdomains, too. */
  readonly host: string;
  /** Only when one was given that the scheme does not imply; empty means every port. */
  readonly port: string;
}

export type AddressTrouble = 'empty' | 'none' | 'notWeb' | 'wide';

export type ReadAddress =
  | { readonly ok: true; readonly address: SiteAddress }
  | { readonly ok: false; readonly trouble: AddressTrouble };

/** Labels that stand for a whole country's companies or offices when they come before its two letters. */
const shared = new Set(['ac', 'co', 'com', 'edu', 'gov', 'net', 'ne', 'or', 'org']);

/** `youtube.com`, a pasted address, a name in any script, with or without `www.` and a port. */
export function readAddress(text: string): ReadAddress {
  const typed = text.trim().replace(/^[<("'“]+|[>)"'”,;]+$/g, '');
  if (typed === '') return { ok: false, trouble: 'empty' };
  const scheme = /^([a-z][a-z\d+-]*):(?!\d)/i.exec(typed)?.[1]?.toLowerCase();
  if (scheme !== undefined && scheme !== 'http' && scheme !== 'https')
    return { ok: false, trouble: 'notWeb' };
  const url = parseUrl(scheme === undefined ? `https://${typed.replace(/^\/+/, '')}` : typed);
  // Whoever is named before an @ is a person, not a site.
  if (!url || /\s/.test(typed) || url.username !== '') return { ok: false, trouble: 'none' };
  const host = bareHost(url.hostname);
  if (isWide(host)) return { ok: false, trouble: 'wide' };
  // A browser reads any number as an address of the old kind: only one that was written as such is meant.
  const meant = isNumeric(host) ? typed.includes(host) : isName(host);
  return meant ? { ok: true, address: { host, port: url.port } } : { ok: false, trouble: 'none' };
}

function parseUrl(text: string): URL | null {
  try {
    return new URL(text);
  } catch {
    return null; // the one way to ask whether it is an address
  }
}

/** Without the dot that may end a name, and without `www.` where a whole name stands behind it. */
const bareHost = (hostname: string): string =>
  hostname.replace(/\.$/, '').replace(/^www\.(?=[^.]+\.)/, '');

const isNumeric = (host: string): boolean => /^[\d.]+$/.test(host) || host.startsWith('[');

function isName(host: string): boolean {
  const labels = host.split('.');
  const whole = labels.every((label) => /^[a-z\d_](?:[\w-]*[a-z\d_])?$/.test(label));
  return host === 'localhost' || (labels.length > 1 && whole);
}

/** A name that a whole country's sites hang under, such as `co.uk`. */
function isWide(host: string): boolean {
  const [first = '', country = '', ...rest] = host.split('.');
  return rest.length === 0 && country.length === 2 && shared.has(first);
}

/** True when everything at `narrow` is at `wide`, too. */
export const covers = (wide: SiteAddress, narrow: SiteAddress): boolean =>
  (wide.port === '' || wide.port === narrow.port) &&
  (narrow.host === wide.host || (!isNumeric(wide.host) && narrow.host.endsWith(`.${wide.host}`)));

/** The one of these that a page belongs to; the narrowest of several. */
export function siteAt<Site extends SiteAddress>(
  address: string,
  sites: readonly Site[],
): Site | undefined {
  const url = parseUrl(address);
  if (!url || !/^https?:$/.test(url.protocol)) return undefined;
  const here = { host: url.hostname.replace(/\.$/, ''), port: url.port };
  return sites
    .filter((site) => covers(site, here))
    .toSorted((a, b) => b.host.length - a.host.length || b.port.length - a.port.length)[0];
}

/** How a site is named on the screen. */
export const addressWords = ({ host, port }: SiteAddress): string =>
  port === '' ? host : `${host}:${port}`;

/** The first page of a site. */
export const addressOf = (site: SiteAddress): string => `https://${addressWords(site)}/`;
