/** What is posted in the PWA's own window, which in Firefox is the way to the extension. */
import { type Page } from 'puppeteer-core';

interface Posted {
  readonly to: string;
  readonly kind: string;
  readonly text: string;
}

/** Call it before the page loads. */
export const tapPosts = (page: Page): Promise<unknown> =>
  page.evaluateOnNewDocument(() => {
    const posts: unknown[] = [];
    Object.assign(globalThis, { posts });
    addEventListener('message', ({ data }) => posts.push(data));
  });

export const postsOf = (page: Page): Promise<Posted[]> =>
  page.evaluate(() => (globalThis as unknown as { posts: Posted[] }).posts);
