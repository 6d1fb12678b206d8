import { afterAll } from 'vitest';

import { startCluster, type Cluster } from './postgres-cluster.ts';

/** For the tests of one file: stopped after the last of them. */
export async function startPostgres(): Promise<Cluster> {
  const cluster = await startCluster();
  afterAll(() => cluster.stop());
  return cluster;
}
