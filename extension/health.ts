/** What the page of checks asks of the browser. */
import { contentFor } from '#core/content/index.ts';
import { slotOf } from '#core/features/pauses/engine-state.ts';
import type { Level } from '#core/features/pauses/prompt.ts';
import { ownId } from '#core/features/pauses/rules.ts';
import type { Health } from '#core/ports.ts';

import { clock } from './clock.ts';
import { createNotice } from './notices.ts';
import { alarmAt } from './worker/heartbeat.ts';
import { openPauseWindow } from './worker/surfaces.ts';

export async function health(): Promise<Health> {
  const { idle } = chrome as Partial<typeof chrome>;
  // Firefox has none, and its background may sound by itself.
  const { offscreen } = chrome as Partial<typeof chrome>;
  return {
    alarm: await alarmAt(),
    idle: idle !== undefined,
    ...(!__FIREFOX__ && { offscreen: offscreen !== undefined }),
  };
}

/** Long enough to look up to the icon (chosen). */
const badgeMs = 6_000;

export async function show(level: Level): Promise<boolean> {
  switch (level) {
    case 'badge':
      await chrome.action.setBadgeText({ text: '•' });
      setTimeout(() => void chrome.action.setBadgeText({ text: '' }), badgeMs);
      return true;
    case 'notice':
      return createNotice('try', contentFor(navigator.languages).words.notification);
    case 'card':
    case 'full': {
      // A pause of the person's own: taken from there, it counts like any other.
      const slot = slotOf(clock.wall(), ownId);
      return openPauseWindow(slot, level === 'card' ? 'offer' : 'asked', true);
    }
  }
}
