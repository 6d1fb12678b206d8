/** Slow work beside the page, so that the page does not freeze: one question, one answer, and the memory is given back. */
import ageUrl from './age.worker.ts?worker&url';
import historyUrl from './history.worker.ts?worker&url';
import stretchUrl from './stretch.worker.ts?worker&url';
import zipUrl from './zip.worker.ts?worker&url';

const urls = { age: ageUrl, history: historyUrl, stretch: stretchUrl, zip: zipUrl } as const;

interface ScriptPolicies {
  createPolicy(
    name: string,
    rules: { createScriptURL: (url: string) => string },
  ): { createScriptURL(url: string): string };
}

const { trustedTypes } = globalThis as { trustedTypes?: ScriptPolicies }; // not in the DOM types yet
const policy = trustedTypes?.createPolicy('comma-worker', {
  createScriptURL: (asked) => {
    if (!Object.values(urls).includes(asked)) throw new Error('Only the app’s own workers may run');
    return asked;
  },
});

/** How much of it is done, which a worker may say before it answers. */
interface WorkerShare {
  readonly share: number;
}

interface Along {
  /** Ends the worker, and the promise with it. */
  readonly signal?: AbortSignal;
  readonly heard?: (share: number) => void;
}

const isShare = (data: unknown): data is WorkerShare =>
  typeof data === 'object' && data !== null && 'share' in data;

/** The caller knows what the worker of that name answers. */
export function runWorker<Answer>(
  name: keyof typeof urls,
  asked: unknown,
  { signal, heard }: Along = {},
): Promise<Answer> {
  const url = urls[name];
  const worker = new Worker(policy?.createScriptURL(url) ?? url, { type: 'module' });
  return new Promise<Answer>((resolve, reject) => {
    worker.addEventListener('message', ({ data }: MessageEvent<Answer | WorkerShare>) => {
      if (isShare(data)) heard?.(data.share);
      else resolve(data);
    });
    worker.addEventListener('error', ({ message }) => {
      reject(new Error(`The ${name} worker stopped: ${message}`));
    });
    signal?.addEventListener('abort', () => {
      reject(new Error(`The ${name} worker was stopped`));
    });
    worker.postMessage(asked);
  }).finally(() => {
    worker.terminate();
  });
}
