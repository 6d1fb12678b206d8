/** Keeps the screen from going dark, where the browser can; it lets go while the page is hidden, and takes it up again. */
export function keepAwake(): () => void {
  let over = false;
  // It may end while the browser still thinks about it.
  const isOver = (): boolean => over;
  let held: WakeLockSentinel | null = null;

  const take = async (): Promise<void> => {
    if (isOver() || document.visibilityState === 'hidden' || !('wakeLock' in navigator)) return;
    try {
      const lock = await navigator.wakeLock.request('screen');
      if (isOver()) await lock.release();
      else held = lock;
    } catch {
      // A low battery, or a policy: the screen keeps its own time.
    }
  };
  const taking = (): void => void take();

  taking();
  document.addEventListener('visibilitychange', taking);
  return () => {
    over = true;
    document.removeEventListener('visibilitychange', taking);
    void held?.release();
  };
}
