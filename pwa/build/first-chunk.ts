/**
 * Everything the first screen needs, in one chunk: forty small files wait for each other where a server
 * speaks HTTP/1.1, and compress worse anywhere.
 */
import { type Rolldown } from 'vite';

interface Chunking {
  getModuleInfo(id: string): Rolldown.ModuleInfo | null;
}

/** For `codeSplitting.groups`: names the modules that the page reaches by static imports alone. */
export function firstChunk(id: string, chunking: Chunking): string | null {
  const reached = new Set([id]);
  for (const module of reached)
    for (const importer of chunking.getModuleInfo(module)?.importers ?? []) reached.add(importer);
  const isFirst = [...reached].some((module) => chunking.getModuleInfo(module)?.isEntry);
  return isFirst ? 'first' : null;
}
