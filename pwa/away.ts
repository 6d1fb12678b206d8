/** Whether anybody touches the computer: Chromium tells it to a page that the person allowed to know. */
import type { Presence } from '#core/features/pauses/events.ts';
import type { Sense } from '#core/ports.ts';

import { clock } from './clock.ts';

/** Newer than the DOM types, and absent in Firefox and Safari. */
interface IdleDetector extends EventTarget {
  readonly userState: 'active' | 'idle' | null;
  readonly screenState: 'locked' | 'unlocked' | null;
  start(options: { threshold: number; signal: AbortSignal }): Promise<void>;
}

interface IdleDetectors {
  new (): IdleDetector;
  requestPermission(): Promise<PermissionState>;
}

export const { IdleDetector: Detector } = globalThis as { IdleDetector?: IdleDetectors };

/** Browsers tell of no shorter idleness. */
const shortestMs = 60_000;

/** Kept beside the vault: what one browser may tell is nobody else's wish, and a page cannot give a leave back. */
const wishKey = 'notice-away';
const isWished = (): boolean => localStorage.getItem(wishKey) !== null;

async function isAllowed(): Promise<boolean> {
  if (!isWished()) return false;
  const name = 'idle-detection' as PermissionName; // not in the DOM types yet
  return (await navigator.permissions.query({ name })).state === 'granted';
}

/** The watch hears of a wish at once. */
let changed = (): void => undefined;

/** Undefined where no browser would tell. */
export const awaySense: Sense | undefined = Detector && {
  allowed: isAllowed,
  unseen: () => Promise.resolve([]),
  ask: async () => {
    // First of all: a browser hears it only in the very moment of a click.
    if ((await Detector.requestPermission()) !== 'granted') return false;
    localStorage.setItem(wishKey, '');
    changed();
    return true;
  },
  forget: () => {
    localStorage.removeItem(wishKey);
    changed();
    return Promise.resolve();
  },
};

export interface AwayWatch {
  /** How the browser says that it stands; null where it tells nothing. */
  readonly now: (idleMinutes: number) => Promise<Pick<Presence, 'state' | 'lastInput'> | null>;
}

/** `look` is called when it changed. */
export function watchAway(look: () => void): AwayWatch {
  let detector: IdleDetector | null = null;
  let threshold = 0;
  let changedAt = 0;
  let ending = new AbortController();

  const change = (): void => {
    changedAt = clock.wall();
    look();
  };
  changed = look;
  // Another tab of Comma may have been asked.
  window.addEventListener('storage', ({ key }) => {
    if (key === wishKey) look();
  });

  async function begin(ms: number): Promise<void> {
    if (!Detector || (detector && threshold === ms)) return;
    end();
    const next = new Detector();
    next.addEventListener('change', change);
    ending = new AbortController();
    changedAt = clock.wall();
    [detector, threshold] = [next, ms];
    await next.start({ threshold: ms, signal: ending.signal });
  }

  function end(): void {
    ending.abort();
    detector?.removeEventListener('change', change);
    detector = null;
  }

  return {
    now: async (idleMinutes) => {
      if (!Detector || !(await isAllowed())) {
        end();
        return null;
      }
      try {
        await begin(Math.max(shortestMs, idleMinutes * 60_000));
      } catch {
        end(); // the leave was taken back meanwhile
        return null;
      }
      if (detector?.screenState === 'locked') return { state: 'locked', lastInput: changedAt };
      return detector?.userState === 'idle'
        ? { state: 'idle', lastInput: changedAt - threshold }
        : { state: 'active' };
    },
  };
}
