import workerUrl from './stretch.worker.ts?worker&url';

import type { Bytes } from '../kernel/bytes.ts';
import type { Stretch } from './stretch.worker.ts';

interface ScriptPolicies {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

const { trustedTypes } = globalThis as { trustedTypes?: ScriptPolicies }; // not in the DOM types yet
const policy = trustedTypes?.createPolicy('comma-stretch', {
  createScriptURL: (asked) => {
    if (asked !== workerUrl) throw new Error('Only the app’s own worker may stretch a passphrase');
    return asked;
  },
});

/** Takes about a second on a desktop. The worker and its 64 MiB go when it is done. */
export function stretch(asked: Stretch): Promise<Bytes> {
  const worker = new Worker(policy?.createScriptURL(workerUrl) ?? workerUrl, { type: 'module' });
  return new Promise<Bytes>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Bytes>) => {
      resolve(data);
    });
    worker.addEventListener('error', ({ message }) => {
      reject(new Error(`The passphrase could not be stretched: ${message}`));
    });
    worker.postMessage(asked);
  }).finally(() => {
    worker.terminate();
  });
}
