/**
 * Has a page ask at once for every file that its script imports. Otherwise each is asked for by the one
 * before it, and a first screen waits for three answers in a row.
 */
import { type Plugin, type Rolldown } from 'vite';

/** The files that a chunk pulls in before it runs, itself not included. */
function closureOf(chunk: Rolldown.OutputChunk, bundle: Rolldown.OutputBundle): Set<string> {
  const reached = new Set(chunk.imports);
  for (const file of reached) {
    const found = bundle[file];
    if (found?.type === 'chunk') for (const next of found.imports) reached.add(next);
  }
  return reached;
}

export const fetchTogether = (): Plugin => ({
  name: 'comma:fetch-together',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(_html, { chunk, bundle }) {
      if (!chunk || !bundle) return [];
      return [...closureOf(chunk, bundle)].map((file) => ({
        tag: 'link',
        attrs: { rel: 'modulepreload', crossorigin: true, href: `/${file}` },
        injectTo: 'head',
      }));
    },
  },
});
