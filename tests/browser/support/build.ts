/** Where the builds under test are, and the PWA served from the origin they trust. */
import { join } from 'node:path';

import { type Build, root, usualPlace } from '../../../scripts/builds.ts';
import { serve, type Served } from '../../../scripts/server.ts';

export const pwaOrigin = usualPlace().origin;

export function buildOf(name: Build): string {
  return join(root, usualPlace().dist, name);
}

/** Serves the built PWA, or another folder in its place, at `pwaOrigin`. */
export async function servePwa(folder = buildOf('pwa')): Promise<Served> {
  const port = Number(new URL(pwaOrigin).port);
  return serve(folder, port).catch((failure: unknown) => {
    throw new Error(
      `The PWA cannot be served at ${pwaOrigin}: stop what listens there, or run \`npm run test:browser\`, which looks for another port.`,
      { cause: failure },
    );
  });
}
