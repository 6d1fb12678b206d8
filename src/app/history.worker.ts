/** Reads a history of another program beside the page: a stranger's file is taken apart where it holds nothing up. */
import type { Answers, Reading } from '../features/anchors/imports/found.ts';
import { limits } from '../features/anchors/imports/limits.ts';
import { readHistory } from '../features/anchors/imports/read-history.ts';

export interface AskHistory {
  readonly file: Blob;
  readonly answers: Answers;
}

async function answer({ file, answers }: AskHistory): Promise<Reading> {
  // Only where a browser lacks it; the page brings its own.
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');
  if (file.size > limits.zip) return { type: 'trouble', trouble: { type: 'tooLarge' } };
  return readHistory(new Uint8Array(await file.arrayBuffer()), answers, (share) => {
    postMessage({ share });
  });
}

addEventListener('message', ({ data }: MessageEvent<AskHistory>) => {
  // A page hears of an error that nobody caught, and of no rejection.
  answer(data).then(postMessage, (failure: unknown) => {
    setTimeout(() => {
      throw failure;
    });
  });
});
