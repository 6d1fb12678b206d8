/** Where builds go and whom they trust: the PWA's origin is compiled into them. */
import { createServer, type Server } from 'node:net';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');

export interface Place {
  /** A folder, seen from the root. */
  readonly dist: string;
  readonly origin: string;
  /** Origins of relays, beside the one at `origin`, that the app may speak to. */
  readonly relays: readonly string[];
}

export const usualPort = 8787;

/** Nothing else can stand in a policy as one source. */
const originLike = /^https?:\/\/([\w.-]+|\[[\da-f:]+\])(:\d+)?$/;

const isHere = (hostname: string): boolean => ['localhost', '127.0.0.1'].includes(hostname);

/** Throws a sentence for the operator when one of them is no address of a relay. */
export function relaysIn(text: string): readonly string[] {
  const relays = text.split(/[\s,]+/).filter((part) => part !== '');
  for (const relay of relays) {
    const url = URL.parse(relay);
    const isSafe =
      url?.protocol === 'https:' || (url?.protocol === 'http:' && isHere(url.hostname));
    if (!isSafe || url.origin !== relay || !originLike.test(relay))
      throw new Error(
        `OTHER_RELAYS are addresses like https://relay.example, with commas between; “${relay}” is none.`,
      );
  }
  return relays;
}

/** As the environment has it. Ends with a sentence when that cannot be meant: nothing is begun that would have to be undone. */
export function usualPlace(): Place {
  return {
    dist: process.env['DIST'] ?? 'dist',
    origin: process.env['PWA_ORIGIN'] ?? `http://localhost:${usualPort}`,
    relays: usualRelays(),
  };
}

function usualRelays(): readonly string[] {
  try {
    return relaysIn(process.env['OTHER_RELAYS'] ?? '');
  } catch (mistake) {
    process.stderr.write(`${mistake instanceof Error ? mistake.message : String(mistake)}\n`);
    process.exit(2);
  }
}

/** What tells a tool of ours about a place. */
export const inPlace = ({ dist, origin, relays }: Place): NodeJS.ProcessEnv => ({
  DIST: dist,
  PWA_ORIGIN: origin,
  OTHER_RELAYS: relays.join(','),
});

/** What gives every worker of a test run one of these places. */
export const inLanes = (places: readonly Place[]): NodeJS.ProcessEnv => ({
  LANES: JSON.stringify(places.map(inPlace)),
});

/** Takes the place that belongs to worker `worker`, counted from 1; without lanes nothing changes. */
export function takeLane(worker: number): void {
  const lanes = JSON.parse(process.env['LANES'] ?? '[]') as readonly NodeJS.ProcessEnv[];
  Object.assign(process.env, lanes[(worker - 1) % lanes.length]);
}

function listen(port: number): Promise<Server | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(undefined);
    });
    server.listen(port, '127.0.0.1', () => {
      resolve(server);
    });
  });
}

/** Suites open and close their port many times; a neighbouring one, held to the end, keeps others off it. */
async function claim(port: number): Promise<boolean> {
  const claimed = await listen(port + 10_000);
  if (!claimed) return false;
  claimed.unref();
  const free = await listen(port);
  await new Promise((resolve) => (free ?? claimed).close(resolve));
  return free !== undefined;
}

/** The usual place, or while its port is taken another port with a folder of its own. */
export async function freePlace(): Promise<Place> {
  const usual = usualPlace();
  const first = Number(new URL(usual.origin).port);
  for (let port = first; port < first + 20; port += 1)
    if (await claim(port))
      return port === first
        ? usual
        : { ...usual, dist: `.cache/dist-${port}`, origin: `http://localhost:${port}` };
  throw new Error(`Every port from ${first} to ${first + 19} is taken on this machine.`);
}
