/** The PWA as `npm start` serves it: with a real relay beside it, and its database in a folder of its own. */
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { readEnvironment } from '../../../relay/environment.ts';
import { openRelay } from '../../../relay/serve.ts';
import { servePwa } from './build.ts';

export interface PwaWithRelay {
  /** Nobody answers any more at this address, neither the app's server nor the relay. */
  stop(): Promise<void>;
  start(): Promise<void>;
  /** Everything that the relay has on its disk. */
  onDisk(): Promise<string>;
  /** Stops, and forgets all of it. */
  close(): Promise<void>;
}

export async function servePwaWithRelay(): Promise<PwaWithRelay> {
  const folder = await mkdtemp(join(tmpdir(), 'comma-relay-'));
  const read = readEnvironment({ RELAY_DATA: folder, RELAY_REQUESTS_PER_MINUTE: '10000' });
  if (!read.ok) throw new Error(read.error.join('\n'));
  const settings = read.value;
  let stop: () => Promise<void> = () => Promise.resolve();
  const start = async (): Promise<void> => {
    const { relay, store } = await openRelay(settings, () => undefined);
    const served = await servePwa(undefined, relay);
    stop = async () => {
      stop = () => Promise.resolve();
      relay.close();
      await served.close();
      await store.close();
    };
  };
  await start();
  return {
    start,
    stop: () => stop(),
    async onDisk() {
      const files = await readdir(folder);
      const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'latin1')));
      return texts.join('\n');
    },
    async close() {
      await stop();
      await rm(folder, { recursive: true });
    },
  };
}
