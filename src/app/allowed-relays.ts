/**
 * Which relays a page may speak to, as its own security policy says. The browser enforces that list, so it is the one
 * place where whoever builds or serves Comma names a relay.
 */
export function relaysIn(policy: string, own: string): readonly string[] {
  const [, sources = ''] = /(?:^|;)\s*connect-src\s([^;]*)/.exec(policy) ?? [];
  return sources
    .split(/\s+/)
    .filter((source) => URL.parse(source)?.origin === source && source !== own);
}
