import '../support/seeded.ts';

import { openPostgres } from '../../relay/store/postgres.ts';
import { startPostgres } from '../support/postgres.ts';
import { useQuickCrypto } from '../support/quick-crypto.ts';
import { testLives } from './lives-on-relay.ts';

useQuickCrypto();
const cluster = await startPostgres();
// Nobody pulls the plug here, and the disk would be waited for at each of a hundred thousand commits.
const noWaiting = `?options=${encodeURIComponent('-c synchronous_commit=off')}`;
testLives('PostgreSQL', async () =>
  openPostgres((await cluster.freshDatabase()) + noWaiting, 4, () => undefined),
);
