/**
 * Everything the first screen needs, in one chunk: forty small files wait for each other where a server
 * speaks HTTP/1.1, and compress worse anywhere.
 */
import { type Rolldown } from 'vite';

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

/** For `codeSplitting`: what the page needs at first. */
export const firstChunk: Rolldown.CodeSplittingGroup = {
  name: (id, chunking) =>
    [...importersOf(id, chunking)].some((module) => chunking.getModuleInfo(module)?.isEntry)
      ? 'first'
      : null,
};
