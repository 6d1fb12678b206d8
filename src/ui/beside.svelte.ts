import type { Snippet } from 'svelte';
import { getContext, setContext } from 'svelte';

/** What a screen puts beside itself, where the frame has room for a second column, and else below. */
class Beside {
  content = $state.raw<Snippet>();
}

const key = Symbol('beside');

export const offerBeside = (): Beside => setContext(key, new Beside());

/** Stands there for as long as the screen does; a screen without a frame around it has nothing beside it. */
export function placeBeside(content: () => Snippet | undefined): void {
  const beside = getContext<Beside | undefined>(key);
  if (!beside) return;
  $effect.pre(() => {
    const mine = content();
    if (!mine) return;
    beside.content = mine;
    return () => {
      // The next screen may already have put its own there.
      if (beside.content === mine) beside.content = undefined;
    };
  });
}
