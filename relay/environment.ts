/** Everything about a relay that its operator decides, read from the environment and checked at start. */
import { invite } from '../src/sync/protocol/names.ts';
import { usualHosts, type PushHosts } from './push-hosts.ts';
import { err, ok, type Result } from '../src/kernel/result.ts';

export interface Settings {
  readonly host: string;
  readonly port: number;
  /** PostgreSQL when there is an address, else the embedded store in this folder. */
  readonly database:
    { readonly url: string; readonly connections: number } | { readonly folder: string };
  readonly invite: string | null;
  /** Web origins that may call, beside the extension. */
  readonly origins: readonly string[];
  readonly quota: { readonly rows: number; readonly bytes: number };
  /** By caller. */
  readonly requestsPerMinute: number;
  readonly claimsPerHour: number;
  /** Reverse proxies of the operator's own in front of the relay. */
  readonly proxies: number;
  /** Null for a relay that wakes nobody. */
  readonly push: PushSettings | null;
  readonly metricsToken: string | null;
  readonly log: 'all' | 'trouble';
}

export interface PushSettings extends PushHosts {
  /** How a push service reaches the operator: `mailto:` or `https:`. */
  readonly subject: string;
  /** Null when the relay makes its own and keeps them in its database. */
  readonly keys: { readonly publicKey: string; readonly privateKey: string } | null;
}

export type Environment = Readonly<Record<string, string | undefined>>;

/** Megabytes are of a million bytes. Chosen: fifty years of a heavy user stay below the quota. */
const usual = {
  HOST: '127.0.0.1',
  PORT: '8790',
  RELAY_DATA: '.data',
  RELAY_CONNECTIONS: '10',
  RELAY_QUOTA_ROWS: '250000',
  RELAY_QUOTA_MB: '500',
  RELAY_REQUESTS_PER_MINUTE: '600',
  RELAY_CLAIMS_PER_HOUR: '20',
  RELAY_PROXIES: '0',
  RELAY_LOG: 'all',
} as const;

/** Or a sentence for each value that cannot be meant. */
export function readEnvironment(given: Environment): Result<Settings, readonly string[]> {
  const wrong: string[] = [];
  const value = (name: string): string | undefined => {
    const text = given[name]?.trim();
    return text === '' ? undefined : text;
  };
  const number = (name: keyof typeof usual, least: number, most: number): number => {
    const text = value(name) ?? usual[name];
    const found = /^\d+$/.test(text) ? Number(text) : NaN;
    if (!(found >= least && found <= most))
      wrong.push(`${name} is a whole number from ${least} to ${most}; it was set to “${text}”.`);
    return found;
  };

  const host = value('HOST') ?? usual.HOST;
  if (!/^[\w.:-]+$/.test(host)) wrong.push(`HOST is an address to listen on; it was “${host}”.`);

  const url = value('DATABASE_URL');
  if (url !== undefined && !/^postgres(ql)?:$/.test(URL.parse(url)?.protocol ?? ''))
    wrong.push(
      'DATABASE_URL is an address like postgres://user:password@host/name; what it was set to is none.',
    );

  const origins = (value('RELAY_ORIGINS') ?? '').split(',').flatMap((part) => part.trim() || []);
  for (const origin of origins)
    if (!/^https?:$/.test(URL.parse(origin)?.protocol ?? '') || new URL(origin).origin !== origin)
      wrong.push(
        `RELAY_ORIGINS are addresses like https://comma.example, with commas between; “${origin}” is none.`,
      );

  const code = value('RELAY_INVITE') ?? null;
  if (code !== null && invite.read(code) === undefined)
    wrong.push('RELAY_INVITE is at most 128 letters and signs without blanks.');

  const metricsToken = value('RELAY_METRICS_TOKEN') ?? null;
  if (metricsToken !== null && metricsToken.length < 16)
    wrong.push('RELAY_METRICS_TOKEN has at least 16 letters, or it could be guessed.');

  const push = readPush(value, wrong);

  const log = value('RELAY_LOG') ?? usual.RELAY_LOG;
  if (log !== 'all' && log !== 'trouble')
    wrong.push(`RELAY_LOG is “all” or “trouble”; it was set to “${log}”.`);

  const folder = value('RELAY_DATA') ?? usual.RELAY_DATA;
  const connections = number('RELAY_CONNECTIONS', 2, 1_000);
  const settings: Settings = {
    host,
    port: number('PORT', 0, 65_535),
    database: url === undefined ? { folder } : { url, connections },
    invite: code,
    origins,
    quota: {
      rows: number('RELAY_QUOTA_ROWS', 1, 1e9),
      bytes: number('RELAY_QUOTA_MB', 1, 1e6) * 1_000_000,
    },
    requestsPerMinute: number('RELAY_REQUESTS_PER_MINUTE', 1, 1e6),
    claimsPerHour: number('RELAY_CLAIMS_PER_HOUR', 1, 1e6),
    proxies: number('RELAY_PROXIES', 0, 10),
    push,
    metricsToken,
    log: log === 'trouble' ? 'trouble' : 'all',
  };
  return wrong.length > 0 ? err(wrong) : ok(settings);
}

function readPush(
  value: (name: string) => string | undefined,
  wrong: string[],
): PushSettings | null {
  const subject = value('RELAY_PUSH_SUBJECT');
  const publicKey = value('RELAY_VAPID_PUBLIC');
  const privateKey = value('RELAY_VAPID_PRIVATE');
  const listed = value('RELAY_PUSH_HOSTS');
  const standIn = value('RELAY_PUSH_STAND_IN') ?? null;
  if (subject === undefined) {
    if (publicKey ?? privateKey ?? listed ?? standIn)
      wrong.push('Pushes need RELAY_PUSH_SUBJECT, or push services do not take them.');
    return null;
  }
  if (!isSubject(subject))
    wrong.push(
      `RELAY_PUSH_SUBJECT is where push services reach you, like mailto:you@example.org or https://example.org; “${subject}” is none (Apple refuses localhost).`,
    );
  if (publicKey !== undefined && !vapidPublic.test(publicKey))
    wrong.push('RELAY_VAPID_PUBLIC is a key of 87 letters in base64url.');
  if (privateKey !== undefined && !vapidPrivate.test(privateKey))
    wrong.push('RELAY_VAPID_PRIVATE is a key of 43 letters in base64url.');
  if ((publicKey === undefined) !== (privateKey === undefined))
    wrong.push('RELAY_VAPID_PUBLIC and RELAY_VAPID_PRIVATE belong together: set both, or neither.');
  const hosts = listed?.split(',').flatMap((part) => part.trim() || []) ?? usualHosts;
  for (const host of hosts)
    if (!/^(\*\.)?([a-z\d-]+\.)+[a-z][a-z\d-]+$/.test(host))
      wrong.push(
        `RELAY_PUSH_HOSTS are names like push.example.org or *.example.org; “${host}” is none.`,
      );
  if (standIn !== null && URL.parse(standIn)?.origin !== standIn)
    wrong.push(
      `RELAY_PUSH_STAND_IN is the address of a test's push service, like http://127.0.0.1:9000; “${standIn}” is none.`,
    );
  const keys =
    publicKey !== undefined && privateKey !== undefined ? { publicKey, privateKey } : null;
  return { subject, keys, hosts, standIn };
}

const vapidPublic = /^[\w-]{87}$/;
const vapidPrivate = /^[\w-]{43}$/;

function isSubject(text: string): boolean {
  const url = URL.parse(text);
  const domain =
    url?.protocol === 'https:' ? url.hostname : /^mailto:[^\s@]+@([^\s@?]+)$/.exec(text)?.[1];
  return domain !== undefined && /^([a-z\d-]+\.)+[a-z][a-z\d-]+$/i.test(domain);
}
