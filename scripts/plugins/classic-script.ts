/**
 * A script that is registered while the extension runs: one classic file of its own, because a page that
 * it runs in can load no chunk of ours. Nothing of it becomes web-accessible.
 */
import { type Plugin, type ResolvedConfig } from 'vite';

import { buildApart } from './build-apart.ts';

/** `entry` is a file, `fileName` its place in the build. */
export function classicScript(entry: string, fileName: string): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'comma:classic-script',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    async generateBundle() {
      const [script, ...more] = await buildApart(config, {
        build: {
          target: config.build.target,
          lib: { entry, formats: ['iife'], name: 'comma', fileName: () => fileName },
        },
      });
      if (script?.type !== 'chunk' || more.length > 0)
        this.error(`${fileName} has to be one file.`);
      this.emitFile({ type: 'asset', fileName, source: script.code });
    },
  };
}
