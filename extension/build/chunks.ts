/**
 * Fewer, larger chunks, which compress better than many small ones: one of what the worker and the pages with a
 * first screen both run, one of what only pages run. What the worker runs never shares a chunk with anything else,
 * as pages may call `import()` and the worker may not.
 */
import { type Rolldown } from 'vite';

type ModuleInfoOf = (id: string) => Rolldown.ModuleInfo | null;

/** The entries that reach a module by static imports alone, itself included if it is one. */
function entriesOf(id: string, infoOf: ModuleInfoOf): Set<string> {
  const reached = new Set([id]);
  for (const module of reached)
    for (const importer of infoOf(module)?.importers ?? []) reached.add(importer);
  return new Set([...reached].filter((module) => infoOf(module)?.isEntry));
}

/** The bodies stay apart: pages fetch them with the first written word. */
function laterChunkOf(id: string): string | null {
  if (id.endsWith('/body-text.ts')) return null;
  return /\/src\/(vault|app|features\/pauses)\//.test(id) ? 'later' : null;
}

interface Chunking {
  getModuleInfo(id: string): Rolldown.ModuleInfo | null;
}

/** `popup` and `app` are the pages with a first screen. */
export function chunkOf(
  worker: string,
  popup: string,
  app: string,
): (id: string, chunking: Chunking) => string | null {
  return (id, chunking) => {
    const entries = entriesOf(id, (module) => chunking.getModuleInfo(module));
    // Pages carry to a relay by what the worker carries to the app with: one chunk of it, not a dozen crumbs.
    if (entries.has(worker) && id.includes('/src/sync/')) return 'sync';
    // Nor a dozen of what a page fetches once it has been painted: the open vault and the timing together.
    const isFirst = entries.has(popup) || entries.has(app);
    if (entries.has(worker)) return isFirst ? 'core' : laterChunkOf(id);
    if (!entries.has(popup)) return null;
    return entries.size > 1 ? 'page' : null;
  };
}
