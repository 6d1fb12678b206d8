/** What an open page can notice of the person: its own keys and touches, and what the browser tells of the rest. */
import type { Presence } from '#core/features/pauses/events.ts';
import { claimMs } from '#core/features/pauses/speaking.ts';
import type { Clock } from '#core/ports.ts';
import { noteKeys, typedAgo } from '#core/ui/typed.ts';

import type { AwayWatch } from './away.ts';

/** Signs of a person at this page, besides keys. */
const touches = ['pointerdown', 'pointermove', 'wheel', 'touchstart'] as const;
/** Other tabs hear of typing no more often than this (chosen). */
const tellMs = 1_000;

export interface Person {
  readonly now: (idleMinutes: number) => Promise<Presence>;
  /** The last key that went into any tab of the app. */
  readonly typedAt: () => number | undefined;
}

/** `look` is called when a look is worth it; `awaited`, whether the next touch is worth one. */
export function watchPerson(
  { wall, mono }: Pick<Clock, 'wall' | 'mono'>,
  away: AwayWatch,
  look: () => void,
  awaited: () => boolean,
): Person {
  let touchedAt = mono();
  let lookedAt = -Infinity;
  let typedThere = -Infinity;
  let toldAt = -Infinity;
  let seemsIdle = false;
  // The tab that keeps the time may not be the one that is written in.
  const tabs = new BroadcastChannel('comma-typing');
  tabs.addEventListener('message', () => {
    typedThere = mono();
  });

  const touch = (): void => {
    touchedAt = mono();
    if (!seemsIdle && !(awaited() && touchedAt - lookedAt >= claimMs)) return;
    seemsIdle = false;
    lookedAt = touchedAt;
    look();
  };
  noteKeys(() => {
    touch();
    if (mono() - toldAt < tellMs) return;
    toldAt = mono();
    tabs.postMessage(null);
  });
  for (const name of touches)
    window.addEventListener(name, touch, { capture: true, passive: true });
  for (const name of ['focus', 'blur']) window.addEventListener(name, touch);

  /** Nobody touches what stands in front; of a page that does not, nothing follows. */
  function seenHere(idleMinutes: number): Pick<Presence, 'state' | 'lastInput'> {
    const stillFor = mono() - touchedAt;
    seemsIdle = document.hasFocus() && stillFor >= idleMinutes * 60_000;
    return seemsIdle ? { state: 'idle', lastInput: wall() - stillFor } : { state: 'active' };
  }

  return {
    typedAt: () => typed().typedAt,
    now: async (idleMinutes) => ({
      ...((await away.now(idleMinutes)) ?? seenHere(idleMinutes)),
      ...typed(),
      ...(document.visibilityState === 'visible' && { used: wall() - (mono() - touchedAt) }),
    }),
  };

  function typed(): Pick<Presence, 'typedAt'> {
    const ago = Math.min(typedAgo(), mono() - typedThere);
    return Number.isFinite(ago) ? { typedAt: wall() - ago } : {};
  }
}
