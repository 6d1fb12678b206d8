/** Who listens for which vault, and what the database says about it. */
import { toBase64Url } from '../src/kernel/bytes.ts';
import type { Store } from './store/store.ts';

/** The counter, or null: look yourself, something may have gone unheard. */
export type Listener = (seq: number | null) => void;

export interface Heads {
  /** Null when this vault has as many listeners as it may have. */
  listen(vault: Uint8Array, listener: Listener): (() => void) | null;
  readonly listening: number;
  close(): void;
}

/** Chosen: every window of every device of one person, several times over. */
const mostListeners = 32;

export function createHeads(store: Store): Heads {
  const listeners = new Map<string, Set<Listener>>();
  let listening = 0;
  const stop = store.onHead((moved) => {
    const names = moved ? [toBase64Url(moved.vault)] : [...listeners.keys()];
    for (const name of names)
      for (const listener of listeners.get(name) ?? []) listener(moved?.seq ?? null);
  });
  return {
    get listening() {
      return listening;
    },
    listen(vault, listener) {
      const name = toBase64Url(vault);
      const those = listeners.get(name) ?? new Set();
      if (those.size >= mostListeners) return null;
      listeners.set(name, those.add(listener));
      listening++;
      return () => {
        if (!those.delete(listener)) return;
        listening--;
        if (those.size === 0) listeners.delete(name);
      };
    },
    close: stop,
  };
}
