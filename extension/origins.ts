/** Match patterns of pages that a person may let Comma run a script in. */

export const everyPage = '*://*/*';

/** A site and its subdomains, where there can be any. */
export const originOf = (host: string): string =>
  /^[\d.]+$|^\[/.test(host) ? `*://${host}/*` : `*://*.${host}/*`;
