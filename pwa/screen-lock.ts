/** Whether the screen of the computer is locked, where the person lets the browser tell it. */
import { awaySense, Detector } from './away.ts';

/** Browsers tell of no shorter idleness; only the screen is looked at here. */
const threshold = 60_000;

/** Calls `locked` whenever the screen is locked, until the signal ends it. */
export async function watchScreen(locked: () => void, signal: AbortSignal): Promise<void> {
  if (!Detector || !(await awaySense?.allowed())) return;
  const detector = new Detector();
  detector.addEventListener('change', () => {
    if (detector.screenState === 'locked') locked();
  });
  try {
    await detector.start({ threshold, signal });
  } catch {
    // The leave was taken back, or the key went before the watch began.
  }
}
