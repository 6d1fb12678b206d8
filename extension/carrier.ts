/** A round with the relay in a worker of its own: when it is ended, every key and every opened row goes with it. */
import workerUrl from './carrier.worker.ts?worker&url';

import { fromBase64Url } from '#core/kernel/bytes.ts';

import type { CarrierOrder, CarrierSays } from './carrier.worker.ts';

interface Round {
  readonly over: Promise<void>;
  readonly end: () => void;
}

let underWay: Round | null = null;

/**
 * `lockKey` in letters. Resolves when the round is over, and whoever hears of what was merged has heard; one that
 * fails comes again with another.
 */
export function carryBeside(lockKey: string | null, merged: () => Promise<unknown>): Promise<void> {
  underWay ??= begin({ lockKey: lockKey === null ? null : fromBase64Url(lockKey) }, merged);
  return underWay.over;
}

/** At once, as when the lock closes. */
export const stopCarrying = (): void => underWay?.end();

function begin(order: CarrierOrder, merged: () => Promise<unknown>): Round {
  const worker = new Worker(workerUrl, { type: 'module' });
  const { promise, resolve } = Promise.withResolvers<undefined>();
  const end = (): void => {
    resolve(undefined);
  };
  let heard: Promise<unknown> = Promise.resolve();
  worker.addEventListener('message', ({ data }: MessageEvent<CarrierSays>) => {
    if (data === 'merged') heard = merged().catch(reportError);
    else void heard.then(end);
  });
  worker.addEventListener('error', end);
  worker.postMessage(order);
  const over = promise.finally(() => {
    worker.terminate();
    underWay = null;
  });
  return { over, end };
}
