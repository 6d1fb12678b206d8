/** Every worker has builds and a port of its own, so that none waits for another's. Before anything looks for them. */
import { takeLane } from '../../scripts/place.ts';

takeLane(Number(process.env['VITEST_POOL_ID'] ?? 1));
