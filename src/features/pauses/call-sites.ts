/** Where calls take place in a browser: data, which the person may add to and take from. */
import { type Json } from '../../kernel/json.ts';
import { rulesPrefix } from './rules-fields.ts';

/** Hosts; a name stands for its subdomains, too. */
export const usualCallSites: readonly string[] = [
  'meet.google.com',
  'teams.microsoft.com',
  'teams.live.com',
  'zoom.us',
  'webex.com',
  'meet.jit.si',
  'whereby.com',
  'app.slack.com',
  'discord.com',
];

/** One field a site, so that two devices may change two: true adds it, false takes it from the list. */
const prefix = `${rulesPrefix}calls.`;

export function callSites(fields: Readonly<Record<string, unknown>>): string[] {
  const said = Object.entries(fields).filter(([name]) => name.startsWith(prefix));
  const hosts = new Map(usualCallSites.map((host) => [host, true]));
  for (const [name, kept] of said)
    if (typeof kept === 'boolean') hosts.set(name.slice(prefix.length), kept);
  return [...hosts].filter(([, kept]) => kept).map(([host]) => host);
}

export const callSiteField = (host: string, kept: boolean): Record<string, Json> => ({
  [prefix + host]: kept,
});

/** The host of an address as a person types it; nothing when it is none. */
export function hostOf(text: string): string | undefined {
  const trimmed = text.trim();
  if (trimmed === '' || /\s/.test(trimmed)) return undefined;
  try {
    const { hostname, protocol } = new URL(
      /^[a-z]+:\/\//i.test(trimmed) ? trimmed : `https://${trimmed}`,
    );
    const host = hostname.replace(/^www\./, '');
    return /^https?:$/.test(protocol) && /^[^.]+(\.[^.]+)+$/.test(host) ? host : undefined;
  } catch {
    return undefined; // the one way to ask whether it is an address
  }
}
