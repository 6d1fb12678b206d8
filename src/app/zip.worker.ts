/**
 * Packs texts into a zip beside the page. Here alone is the library asked for it: what a page asks of it, the
 * extension's worker would carry, too, as both share the rest of it.
 */
import { strToU8, zipSync } from 'fflate';

addEventListener('message', ({ data }: MessageEvent<Readonly<Record<string, string>>>) => {
  const files = Object.entries(data).map(([name, text]) => [name, strToU8(text)] as const);
  postMessage(zipSync(Object.fromEntries(files)));
});
