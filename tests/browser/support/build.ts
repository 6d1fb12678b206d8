/** The PWA under test, served from the origin that the builds trust. */
import type { Relay } from '../../../relay/app.ts';
import { usualPlace } from '../../../scripts/place.ts';
import { serve, type Served } from '../../../scripts/server.ts';
import { buildOf } from '../../support/place.ts';

export const pwaOrigin = usualPlace().origin;

/** Serves the built PWA, or another folder in its place, at `pwaOrigin`; a relay beside it, if there is one. */
export async function servePwa(folder = buildOf('pwa'), relay?: Relay): Promise<Served> {
  const port = Number(new URL(pwaOrigin).port);
  return serve(folder, port, relay).catch((failure: unknown) => {
    throw new Error(
      `The PWA cannot be served at ${pwaOrigin}: stop what listens there, or run \`npm run test:browser\`, which looks for another port.`,
      { cause: failure },
    );
  });
}
