/** The library with more practices than Comma brings along; the bench opens and searches it from outside. */
import '#core/ui/tokens.css';
import '#core/ui/base.css';
import { mount, unmount } from 'svelte';

import { practicesFor } from '#core/content/practices.ts';
import type { Practice } from '#core/content/practice.ts';

import Library from './Library.svelte';

/** As packs would bring them: the same shapes under other names. */
function withMore(more: number): readonly Practice[] {
  const { practices } = practicesFor(['en']);
  const added = Array.from({ length: more }, (_, at): Practice => {
    const like = practices[at % practices.length];
    if (!like) throw new Error('There is no practice to be like.');
    return { ...like, id: `${like.id}-${at}`, title: `${like.title}, ${at}` };
  });
  return [...practices, ...added];
}

/** Resolves once what was done is painted, to the milliseconds that took. */
async function timed(act: () => void): Promise<number> {
  const begun = performance.now();
  act();
  await new Promise((resolve) => requestAnimationFrame(resolve));
  await new Promise((resolve) => setTimeout(resolve));
  return performance.now() - begun;
}

const library = {
  /** What it took to open, and to show what fits each of the searches. */
  async visit(
    more: number,
    searches: readonly string[],
  ): Promise<{ open: number; search: number }> {
    const practices = withMore(more);
    let shown: ReturnType<typeof mount> | undefined;
    const open = await timed(() => {
      shown = mount(Library, { target: document.body, props: { practices } });
    });
    const field = document.querySelector<HTMLInputElement>('input[type=search]');
    if (!field || !shown) throw new Error('The library did not open.');
    let search = 0;
    for (const typed of searches)
      search += await timed(() => {
        field.value = typed;
        field.dispatchEvent(new Event('input', { bubbles: true }));
      });
    await unmount(shown);
    return { open, search: search / searches.length };
  },
};

export type LibraryBench = typeof library;
Object.assign(globalThis, { library });
