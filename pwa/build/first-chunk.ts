/**
 * Everything the first screen needs, in one chunk: forty small files wait for each other where a server
 * speaks HTTP/1.1, and compress worse anywhere. The first look stands apart: it is a page of code, and reads
 * the disk while the rest is still on its way.
 */
import { type Plugin, type Rolldown } from 'vite';

interface Chunking {
  getModuleInfo(id: string): Rolldown.ModuleInfo | null;
}

/** The module itself and whoever reaches it by static imports alone. */
function importersOf(id: string, chunking: Chunking): Set<string> {
  const reached = new Set([id]);
  for (const module of reached)
    for (const importer of chunking.getModuleInfo(module)?.importers ?? []) reached.add(importer);
  return reached;
}

/** For `codeSplitting`: the look with what it needs, then everything else that the page needs at first. */
export const firstChunks = (look: string): Rolldown.CodeSplittingGroup[] => [
  {
    name: (id, chunking) => (importersOf(id, chunking).has(look) ? 'look' : null),
    priority: 1,
  },
  {
    name: (id, chunking) =>
      [...importersOf(id, chunking)].some((module) => chunking.getModuleInfo(module)?.isEntry)
        ? 'first'
        : null,
  },
];

/** Has the page run the look as soon as it arrives, without waiting for the others. */
export function lookAhead(look: string): Plugin {
  return {
    name: 'comma:look-ahead',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(_html, { bundle = {} }) {
        const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
        const chunk = chunks.find(({ moduleIds }) => moduleIds.includes(look));
        if (!chunk) throw new Error(`No chunk was built for ${look}.`);
        // The entry itself only imports it.
        for (const { fileName, facadeModuleId } of chunks)
          if (facadeModuleId === look && fileName !== chunk.fileName)
            Reflect.deleteProperty(bundle, fileName);
        const attrs = { type: 'module', async: true, crossorigin: true, src: `/${chunk.fileName}` };
        return [{ tag: 'script', attrs, injectTo: 'head-prepend' }];
      },
    },
  };
}
