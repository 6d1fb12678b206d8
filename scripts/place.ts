/** Where builds go and whom they trust: the PWA's origin is compiled into them. */
import { createServer } from 'node:net';
import { join } from 'node:path';

export const root = join(import.meta.dirname, '..');

export interface Place {
  /** A folder, seen from the root. */
  readonly dist: string;
  readonly origin: string;
}

export const usualPort = 8787;

export function usualPlace(): Place {
  return {
    dist: process.env['DIST'] ?? 'dist',
    origin: process.env['PWA_ORIGIN'] ?? `http://localhost:${usualPort}`,
  };
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => {
      resolve(false);
    });
    server.listen(port, '127.0.0.1', () => {
      server.close(() => {
        resolve(true);
      });
    });
  });
}

/** The usual place, or while its port is taken another port with a folder of its own. */
export async function freePlace(): Promise<Place> {
  const usual = usualPlace();
  const first = Number(new URL(usual.origin).port);
  for (let port = first; port < first + 20; port += 1)
    if (await isFree(port))
      return port === first
        ? usual
        : { dist: `.cache/dist-${port}`, origin: `http://localhost:${port}` };
  throw new Error(`Every port from ${first} to ${first + 19} is taken on this machine.`);
}
