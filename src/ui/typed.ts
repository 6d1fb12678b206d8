/** When a key last went into this page, never which; of a password not even that is remembered. */

let typedAt = -Infinity;

/** Call it once. `told` hears of each key. */
export function noteKeys(told: () => void = () => undefined): void {
  const note = (event: KeyboardEvent): void => {
    const [target] = event.composedPath();
    const isSecret = target instanceof HTMLInputElement && target.type === 'password';
    // What a page makes up is no sign of a person.
    if (!event.isTrusted || isSecret) return;
    typedAt = performance.now();
    told();
  };
  window.addEventListener('keydown', note, { capture: true, passive: true });
}

/** Milliseconds since then. */
export const typedAgo = (): number => performance.now() - typedAt;
