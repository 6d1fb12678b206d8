/** `npm start`: builds what is stale, serves the PWA and a relay, and says how to load the extension. */
import { join, resolve } from 'node:path';

import { readEnvironment } from '../relay/environment.ts';
import { openRelay } from '../relay/serve.ts';
import { freshen } from './builds.ts';
import { root, usualPlace, usualPort } from './place.ts';
import { serve } from './server.ts';

const read = readEnvironment({ ...process.env, PORT: process.env['PORT'] ?? String(usualPort) });
if (!read.ok) {
  for (const sentence of read.error) console.error(sentence);
  process.exit(2);
}
const settings = read.value;
const { port, database } = settings;
const place = { ...usualPlace(), origin: `http://localhost:${port}` };

const built = await freshen(place);
console.log(built.length > 0 ? `Built ${built.join(', ')}.` : 'The builds are fresh.');

const { relay, store } = await openRelay(settings, (line) => {
  if (line.event === 'trouble')
    console.error(`The relay had trouble (${line.where}): ${line.error}`);
}).catch((failure: unknown) => {
  console.error(`The relay could not open its database: ${String(failure)}`);
  process.exit(1);
});
const served = await serve(join(root, place.dist, 'pwa'), port, relay).catch(
  async (failure: unknown) => {
    await store.close();
    const taken = failure instanceof Error && 'code' in failure && failure.code === 'EADDRINUSE';
    if (!taken) throw failure;
    console.error(`Port ${port} is taken: stop what listens there, or run PORT=8788 npm start.`);
    process.exit(1);
  },
);

console.log(`
Comma is at ${place.origin}   (Ctrl-C stops it)

Chromium: open chrome://extensions, turn on "Developer mode", "Load unpacked": ${join(root, place.dist, 'chrome')}
Firefox:  open about:debugging#/runtime/this-firefox, "Load Temporary Add-on…": ${join(root, place.dist, 'firefox', 'manifest.json')}
Together: open the extension's page and the address above side by side; what you write in one appears in the other.
Relay:    at the same address, with its data in ${'url' in database ? 'PostgreSQL' : resolve(root, database.folder)}; Settings, “Your devices” pairs a phone with it.
`);

const stop = async (): Promise<void> => {
  await relay.close();
  await served.close();
  await store.close();
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
  process.on(signal, () => void stop());
