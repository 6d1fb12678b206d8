/**
 * Builds the first screen into its page: the components themselves say how it looks before anything is known,
 * so it stands as soon as the page and its styles are there, and the app takes it over as it is.
 */
import { createRequire } from 'node:module';
import { createContext, runInContext } from 'node:vm';
import { svelte } from '@sveltejs/vite-plugin-svelte';
import { type Plugin, type ResolvedConfig } from 'vite';

import { buildApart } from './build-apart.ts';

/**
 * `entry` exports `firstScreen`, and may export `models`; `early` is the address of the script that runs before it is painted, `page` of the
 * page that begins with it.
 */
export function buildFirstScreen(entry: string, early: string, page: string): Plugin {
  let config: ResolvedConfig;
  return {
    name: 'comma:first-screen',
    apply: 'build',
    configResolved(resolved) {
      config = resolved;
    },
    transformIndexHtml: {
      order: 'post',
      async handler(html, { path }) {
        if (path !== page) return html;
        const place = '<div id="app"></div>';
        if (!html.includes(place)) throw new Error(`${page} has no place for a first screen.`);
        const { firstScreen, models } = screenOf(await codeOf(entry, config));
        return {
          html: html.replace(
            place,
            () => `<div id="app" aria-busy="true">${firstScreen}</div>${models}`,
          ),
          tags: [{ tag: 'script', attrs: { src: early }, injectTo: 'head-prepend' }],
        };
      },
    },
  };
}

async function codeOf(entry: string, config: ResolvedConfig): Promise<string> {
  const outputs = await buildApart(config, {
    plugins: [svelte({ configFile: false, compilerOptions: { runes: true } })],
    ssr: { noExternal: true },
    build: {
      ssr: entry,
      rolldownOptions: { output: { format: 'cjs', codeSplitting: false } },
    },
  });
  const [script, ...more] = outputs.filter((output) => output.type === 'chunk');
  if (!script || more.length > 0) throw new Error('A first screen has to be one file.');
  return script.code;
}

interface Screen {
  readonly firstScreen: string;
  /** Templates beside it, of what may be drawn before the app's code is there. */
  readonly models: string;
}

/** A world of its own, so that what stands in for a browser there is nobody else's. */
function screenOf(code: string): Screen {
  const module: { exports: { firstScreen?: () => string; models?: () => string } } = {
    exports: {},
  };
  const world = {
    module,
    exports: module.exports,
    require: createRequire(import.meta.url),
    crypto,
    performance,
    setTimeout,
    TextEncoder,
    TextDecoder,
    location: { hash: '', origin: '' },
    history: { state: { left: 0 } },
    sessionStorage: { getItem: (): null => null },
    navigator: { languages: ['en'] },
    addEventListener: (): void => undefined,
  };
  runInContext(code, createContext(world));
  const firstScreen = module.exports.firstScreen?.();
  if (!firstScreen) throw new Error('No first screen came out of its own code.');
  return { firstScreen, models: module.exports.models?.() ?? '' };
}
