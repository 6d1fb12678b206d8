// @vitest-environment node
import { openPostgres } from '../../relay/store/postgres.ts';
import { startPostgres } from '../support/postgres.ts';
import { describeRelay } from '../support/relay-contract/index.ts';

const cluster = await startPostgres();

describeRelay('PostgreSQL', async () =>
  openPostgres(await cluster.freshDatabase(), 10, () => undefined),
);
