/** A list of those who want to hear of something. */
export interface Listeners {
  readonly add: (listener: () => void) => () => void;
  readonly call: () => void;
}

export function createListeners(): Listeners {
  const all = new Set<() => void>();
  return {
    add(listener) {
      // Wrapped, so that one function added twice is two entries and removed one at a time.
      const entry = (): void => {
        listener();
      };
      all.add(entry);
      return () => {
        all.delete(entry);
      };
    },
    call() {
      for (const listener of [...all]) listener();
    },
  };
}
