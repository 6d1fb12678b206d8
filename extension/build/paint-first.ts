/**
 * Lets a page that has a first screen be painted before its code runs: a browser runs what it finds on its own
 * disk at once, and the paint then waits for all of it. The page only fetches; `start-painted.ts` starts it.
 */
import { type Plugin } from 'vite';

/** `page` is its address. */
export const paintFirst = (page: string): Plugin => ({
  name: 'comma:paint-first',
  apply: 'build',
  transformIndexHtml: {
    order: 'post',
    handler(html, { path, chunk }) {
      if (!chunk || path !== page) return html;
      const address = `/${chunk.fileName}`;
      const script = `<script type="module" crossorigin src="${address}"></script>`;
      if (!html.includes(script)) throw new Error(`${page} has no script of its own to wait.`);
      return html.replace(
        script,
        `<link rel="modulepreload" crossorigin id="code" href="${address}">`,
      );
    },
  },
});
