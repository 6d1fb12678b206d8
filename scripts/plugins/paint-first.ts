/**
 * Lets a page that has a first screen be painted before its code runs: a browser runs what it finds at once, and
 * the paint then waits for all of it. The page only fetches; `src/app/start-painted.ts` starts it.
 */
import { type Plugin } from 'vite';

/** `page` is its address. */
export const paintFirst = (page: string): Plugin => ({
  name: 'comma:paint-first',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { path }) {
      if (path !== page) return html;
      const scripts = [
        ...html.matchAll(/<script type="module" crossorigin src="([^"]+)"><\/script>/g),
      ];
      const [[script, address] = [], ...more] = scripts;
      if (!script || !address || more.length > 0)
        throw new Error(`${page} has to have one script of its own, which can wait.`);
      return html.replace(
        script,
        `<link rel="modulepreload" crossorigin id="code" href="${address}">`,
      );
    },
  },
});
