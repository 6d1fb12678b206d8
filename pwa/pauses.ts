/** The timing engine in an open page. One tab keeps the time; any tab may answer. */
import { forgetOldDays, PauseRunner, type PauseAction } from '#core/app/pause-runner.ts';
import { watchClock } from '#core/app/watch-clock.ts';
import type { EngineState } from '#core/features/pauses/engine-state.ts';
import type { PauseEvent } from '#core/features/pauses/events.ts';
import { awaitsTouch } from '#core/features/pauses/speaking.ts';
import { dayOf } from '#core/kernel/civil-time.ts';
import { promptOrFirst, type PauseRules } from '#core/features/pauses/rules.ts';
import { createId, systemRandom } from '#core/kernel/random.ts';
import { playChime } from '#core/ui/chime.ts';
import type { Vault } from '#core/vault/vault.ts';

import { watchAway } from './away.ts';
import { clock } from './clock.ts';
import { showNotice } from './notices.ts';
import { watchPerson } from './person.ts';

/** Browsers count a timer in 32 bits: one that is longer rings at once. */
const longestTimerMs = 2 ** 31 - 1;

export interface PagePauses {
  readonly take: (event: PauseEvent) => Promise<void>;
  readonly hear: () => Promise<void>;
}

/** `words`: what a notification says when the page is out of sight. */
export function startPauses(
  vault: Vault,
  words: { readonly title: string; readonly body: string },
): PagePauses {
  let alarm: ReturnType<typeof setTimeout> | undefined;
  let keepsTime = false;
  /** Another device is the one in use, or none: a touch here makes it this one. */
  let awaited = false;
  const person = watchPerson(clock, watchAway(lookAround), lookAround, () => awaited);
  const runner = new PauseRunner(vault, {
    shell: 'pwa',
    clock,
    boot: createId(systemRandom),
    act: perform,
    typedAt: person.typedAt,
  });

  async function perform(action: PauseAction, rules: PauseRules): Promise<void> {
    if (action.type === 'wake') {
      clearTimeout(alarm);
      if (keepsTime && action.at !== null)
        alarm = setTimeout(lookAround, Math.min(longestTimerMs, action.at - clock.wall()));
    }
    // The banner on the page follows the engine's state; only a hidden page needs more.
    if (action.type === 'offer') {
      const prompt = promptOrFirst(rules, action.prompt);
      const mayTell = document.visibilityState === 'hidden' && action.level !== 'badge';
      const body = prompt.notice === 'named' && prompt.name ? prompt.name : words.body;
      const surface = mayTell && (await showNotice({ ...words, body })) ? 'notification' : 'banner';
      if (prompt.chime) void playChime();
      void take({ type: 'shown', slot: action.slot, surface });
    }
  }

  function lookAround(): void {
    void look();
  }
  async function look(): Promise<void> {
    const { idleMinutes } = await runner.rules();
    await take({ type: 'heartbeat', presence: await person.now(idleMinutes) });
  }

  // Tabs share one state, so they take their turns one at a time.
  const take = (event: PauseEvent): Promise<void> =>
    navigator.locks.request('comma-pauses', () => runner.take(event)).then(noteTurn);
  const hear = (): Promise<void> =>
    navigator.locks.request('comma-pauses', () => runner.hear()).then(noteTurn);
  function noteTurn(state: EngineState): void {
    awaited = awaitsTouch(state, clock.wall());
  }

  // A person may be quicker than the start, which clears what an earlier run left on a screen.
  let begin: () => void;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  async function keepTime(alone: boolean): Promise<void> {
    keepsTime = true;
    await take({ type: 'started', alone }).finally(begin);
    await look();
    await forgetOldDays(vault, dayOf(clock.wall(), clock.zone()));
    // Held until this tab goes; the next one then keeps the time.
    await new Promise(() => undefined);
  }
  // Whoever gets the lock at once is the only tab, so nothing of an earlier run is on a screen.
  void navigator.locks.request('comma-keeps-time', { ifAvailable: true }, (lock) => {
    if (lock) return keepTime(true);
    begin();
    void navigator.locks.request('comma-keeps-time', () => keepTime(false));
    return undefined;
  });
  document.addEventListener('visibilitychange', () => {
    if (document.visibilityState === 'visible') lookAround();
  });
  watchClock(clock, lookAround);
  return { take: (event) => begun.then(() => take(event)), hear };
}
