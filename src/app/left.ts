/**
 * After somebody left in a hurry, "back" meets nothing that this tab showed before. Each entry of its history carries
 * how often that had happened by then, and one with an older number is Today. A number, kept as long as the tab.
 */
import { hrefOf } from './routes.ts';

const key = 'comma-left';

const timesLeft = (): number => Number(sessionStorage.getItem(key) ?? 0);

export function noteLeft(): void {
  sessionStorage.setItem(key, String(timesLeft() + 1));
}

/** Marks the entry of the history that stands, or makes it Today where it is from before. */
export function passOver(): void {
  const state: unknown = history.state;
  const known = typeof state === 'object' && state !== null && 'left' in state ? state.left : null;
  const left = timesLeft();
  if (known === left) return;
  history.replaceState({ left }, '', known === null ? undefined : hrefOf('today'));
}
