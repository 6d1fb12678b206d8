/** The origin is compiled into the builds; when the usual port is taken they go to a folder of their own. */
import { createServer } from 'node:net';

import { type Place, usualPlace } from './builds.ts';

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
