/** What the worker can notice around the person. Facts are asked for at each look; only where to ask is kept. */
import type { Presence } from '#core/features/pauses/events.ts';

import { clock } from '../clock.ts';
import { isFromOurPage, type Message } from '../messages.ts';
import { callsNow, keepCallScripts, rememberFrame } from './calls.ts';
import { inTurn } from './in-turn.ts';
import { isOnlyFilm } from './screen.ts';
import { keepKeyScript, typedAtNow } from './typing.ts';

type IdleState = Presence['state'];

/** Browsers report no shorter idleness. */
const shortestIdleSeconds = 15;

/** One look after another: a slow one never tells of an older moment than the one before. */
export function presenceNow(idleMinutes: number, told?: IdleState): Promise<Presence> {
  return inTurn(async () => {
    const seconds = Math.max(shortestIdleSeconds, idleMinutes * 60);
    chrome.idle.setDetectionInterval(seconds);
    const state = told ?? (await chrome.idle.queryState(seconds));
    const isIdle = state === 'idle';
    const [recent, calls, fullscreen, watching, typedAt] = await Promise.all([
      chrome.idle.queryState(shortestIdleSeconds),
      orNothing(callsNow(), { meeting: false, sharing: false }),
      orNothing(isOnlyFilm(isIdle), false),
      orNothing(isIdle ? isAudible() : Promise.resolve(false), false),
      lastKeyAt(),
    ]);
    return {
      state,
      // The browser says idle only after the whole interval, so the last input lies that far back.
      ...(isIdle && { lastInput: clock.wall() - seconds * 1000 }),
      ...calls,
      fullscreen,
      watching,
      ...(typedAt !== undefined && { typedAt }),
      ...(recent === 'active' && { used: clock.wall() - shortestIdleSeconds * 1000 }),
    };
  });
}

/** Whatever cannot be noticed, the time goes on. */
export const lastKeyAt = (): Promise<number | undefined> => orNothing(typedAtNow(), undefined);

async function orNothing<Value>(noticing: Promise<Value>, nothing: Value): Promise<Value> {
  try {
    return await noticing;
  } catch (failure) {
    reportError(failure); // where a developer looks
    return nothing;
  }
}

/** Whoever watches a film keeps still and is not away. */
async function isAudible(): Promise<boolean> {
  const tabs = await chrome.tabs.query({ active: true, audible: true, lastFocusedWindow: true });
  return tabs.length > 0;
}

/** `look` is called when a look is worth it; with what the browser told of the person, where it did. */
export function startSenses(look: (state?: IdleState) => void): void {
  chrome.idle.onStateChanged.addListener(look);
  if (__FIREFOX__) onSharing(look);
  chrome.runtime.onInstalled.addListener(() => void watchPages());
  chrome.runtime.onStartup.addListener(() => void watchPages());
  chrome.permissions.onAdded.addListener(() => void watchPages());
  chrome.permissions.onRemoved.addListener(() => void watchPages());
  chrome.runtime.onMessage.addListener((message: Message, sender) => {
    // Our own pages are answered where all their messages are.
    if (message.to !== 'senses' || isFromOurPage(sender)) return;
    const { tab, frameId } = sender;
    if (tab?.id === undefined || frameId === undefined) return;
    void rememberFrame(tab.id, frameId).then(() => {
      look();
    });
  });
}

/** Newer than the types, and in Firefox only: it tells of any tab that it shares, without any leave. */
function onSharing(look: () => void): void {
  const { onUpdated } = chrome.tabs as unknown as {
    readonly onUpdated: {
      addListener(heard: () => void, filter: { readonly properties: readonly string[] }): void;
    };
  };
  onUpdated.addListener(
    () => {
      look();
    },
    { properties: ['sharingState'] },
  );
}

/** Our scripts run where the person asked for it, as far as the browser allows, and nowhere else. */
export async function watchPages(): Promise<void> {
  const inTabs = [await inTurn(keepCallScripts), await inTurn(keepKeyScript)];
  // Out of turn: a tab that hangs keeps no look waiting.
  for (const bring of inTabs) bring().catch(reportError);
}
