/** The PWA under test, served from the origin that the builds trust. */
import type { Relay } from '../../../relay/app.ts';
import { usualPlace } from '../../../scripts/place.ts';
import { pageHeadersWith } from '../../../scripts/headers.ts';
import { serve, type Served } from '../../../scripts/server.ts';
import { buildOf } from '../../support/place.ts';

export const pwaOrigin = usualPlace().origin;

/** Serves the built PWA, or another folder in its place, at `pwaOrigin`; a relay beside it, and leave to speak to others, if there are any. */
export async function servePwa(
  folder = buildOf('pwa'),
  relay?: { readonly app: Pick<Relay['app'], 'fetch'> },
  otherRelays: readonly string[] = [],
): Promise<Served> {
  const port = Number(new URL(pwaOrigin).port);
  return serve(folder, port, relay, pageHeadersWith(otherRelays)).catch((failure: unknown) => {
    throw new Error(
      `The PWA cannot be served at ${pwaOrigin}: stop what listens there, or run \`npm run test:browser\`, which looks for another port.`,
      { cause: failure },
    );
  });
}
