import type { Bytes } from '../kernel/bytes.ts';
import { runWorker } from './run-worker.ts';
import type { Stretch } from './stretch.worker.ts';

/** Takes about a second on a desktop. */
export const stretch = (asked: Stretch): Promise<Bytes> => runWorker('stretch', asked);
