/** `npm start`: builds what is stale, serves the PWA and says how to load the extension. */
import { join } from 'node:path';

import { freshen } from './builds.ts';
import { root, usualPlace, usualPort } from './place.ts';
import { serve } from './server.ts';

const port = Number(process.env['PORT'] ?? usualPort);
const place = { ...usualPlace(), origin: `http://localhost:${port}` };

const built = await freshen(place);
console.log(built.length > 0 ? `Built ${built.join(', ')}.` : 'The builds are fresh.');

const served = await serve(join(root, place.dist, 'pwa'), port).catch((failure: unknown) => {
  const taken = failure instanceof Error && 'code' in failure && failure.code === 'EADDRINUSE';
  if (!taken) throw failure;
  console.error(`Port ${port} is taken: stop what listens there, or run PORT=8788 npm start.`);
  process.exit(1);
});

console.log(`
Comma is at ${place.origin}   (Ctrl-C stops it)

Chromium: open chrome://extensions, turn on "Developer mode", "Load unpacked": ${join(root, place.dist, 'chrome')}
Firefox:  open about:debugging#/runtime/this-firefox, "Load Temporary Add-on…": ${join(root, place.dist, 'firefox', 'manifest.json')}
Together: open the extension's page and the address above side by side; what you write in one appears in the other.
`);

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => void served.close());
