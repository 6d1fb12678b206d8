/**
 * Inflates by the browser's own stream. The library that opens rows by the thousand fills its tables as it
 * loads, some 8 ms of a cold start; this has nothing to set up, and takes a few turns for each row instead.
 */
import { concat } from '../kernel/bytes.ts';
import { largestPlain, type Inflating } from './envelope.ts';

export const inflateByBrowser: Inflating = async (packed, read) => {
  const { readable, writable } = new DecompressionStream('deflate-raw');
  const writer = writable.getWriter();
  // Whatever goes wrong shows at the end that is read.
  writer.write(packed).catch(() => undefined);
  writer.close().catch(() => undefined);
  const reader = readable.getReader();
  const parts: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return read(concat(...parts));
    length += value.length;
    if (length > largestPlain) {
      await reader.cancel();
      throw new Error('inflates past the bound');
    }
    parts.push(value);
  }
};
