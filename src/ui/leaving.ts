/** Runs `save` whenever the page may be about to go: hidden, closed, or put aside. Returns the undo. */
export function onLeaving(save: () => void): () => void {
  const hidden = (): void => {
    if (document.visibilityState === 'hidden') save();
  };
  document.addEventListener('visibilitychange', hidden);
  addEventListener('pagehide', save);
  addEventListener('blur', save);
  return () => {
    document.removeEventListener('visibilitychange', hidden);
    removeEventListener('pagehide', save);
    removeEventListener('blur', save);
  };
}
