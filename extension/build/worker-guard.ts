/**
 * A service worker may not call `import()`: Chrome refuses it, and the bundler's wrapper reads `document`
 * before any listener is registered. Fails the build when one is reachable, naming the chunk.
 */
import { type Plugin, type Rolldown } from 'vite';

type Bundle = Rolldown.OutputBundle;

/** Every chunk the entry loads before it runs, the entry included. */
function staticClosure(bundle: Bundle, entry: string): Rolldown.OutputChunk[] {
  const chunks = Object.values(bundle).filter((output) => output.type === 'chunk');
  const first = chunks.find(({ facadeModuleId }) => facadeModuleId === entry);
  if (!first) throw new Error(`No chunk was built for ${entry}.`);
  const reached = new Map([[first.fileName, first]]);
  for (const chunk of reached.values())
    for (const name of chunk.imports) {
      const imported = bundle[name];
      if (imported?.type === 'chunk') reached.set(name, imported);
    }
  return [...reached.values()];
}

export function workerGuard(entry: string): Plugin {
  return {
    name: 'comma:worker-guard',
    apply: 'build',
    generateBundle(_options, bundle) {
      const closure = staticClosure(bundle, entry);
      for (const { fileName, dynamicImports } of closure)
        if (dynamicImports.length > 0)
          this.error(
            `${fileName} is reachable from the service worker and imports ${dynamicImports.join(', ')} dynamically.`,
          );
      const bytes = closure.reduce((sum, { code }) => sum + Buffer.byteLength(code), 0);
      this.info(`service worker: ${closure.length} chunks, ${(bytes / 1000).toFixed(1)} kB`);
    },
  };
}
