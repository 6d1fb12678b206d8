/**
 * Where an offered pause shows itself. How far it may come forward is the prompt's level; what the
 * browser refuses falls back to something quieter, never to a second prompt.
 */
import type { Level, Prompt } from '#core/features/pauses/prompt.ts';
import type { OfferSurface } from '#core/features/pauses/rules.ts';

import { clearNotice, showNotice } from '../notices.ts';

type Bring = (slot: string, prompt: Prompt) => Promise<OfferSurface | false>;

const popup: Bring = async () => (await openPopup()) && 'popup';
const card: Bring = async (slot) => (await openPauseWindow(slot, 'offer', false)) && 'window';
const full: Bring = async (slot) => (await openPauseWindow(slot, 'begin', false)) && 'window';
const notice: Bring = async (slot, prompt) => (await showNotice(slot, prompt)) && 'notification';

/** For each level what is tried in turn, besides the badge. */
const ladders: Readonly<Record<Level, readonly Bring[]>> = {
  badge: [],
  notice: [notice],
  card: [popup, card, notice],
  full: [full, popup, notice],
};

/** One surface besides the badge, the first that comes up: never two for one pause. */
export async function showOffer(slot: string, level: Level, prompt: Prompt): Promise<OfferSurface> {
  await chrome.action.setBadgeText({ text: '•' });
  await chrome.action.setBadgeBackgroundColor({ color: '#a4553a' });
  for (const bring of ladders[level]) {
    const surface = await bring(slot, prompt);
    if (surface) return surface;
  }
  return 'badge';
}

/** Long enough to look up to the icon (chosen). */
const saidMs = 4_000;

let said: { readonly text: string; readonly before: string; readonly end: () => void } | undefined;

/** A word on the icon for a moment, as the answer to what nothing else shows; then what stood there before. */
export async function sayOnIcon(text: string): Promise<void> {
  const stands = await chrome.action.getBadgeText({});
  // The word before this one is not what stood there.
  const before = stands === said?.text ? said.before : stands;
  said?.end();
  await chrome.action.setBadgeText({ text });
  const timer = setTimeout(() => void takeBack(text, before), saidMs);
  said = {
    text,
    before,
    end: () => {
      clearTimeout(timer);
    },
  };
}

async function takeBack(text: string, before: string): Promise<void> {
  said = undefined;
  if ((await chrome.action.getBadgeText({})) === text)
    await chrome.action.setBadgeText({ text: before });
}

export async function hideOffer(): Promise<void> {
  await chrome.action.setBadgeText({ text: '' });
  await clearNotice();
}

/** False when there is no browser window to hang the popup on; both browsers say so by throwing. */
async function openPopup(): Promise<boolean> {
  // Opening it once more throws, too, though the offer shows in the one that stands.
  if (await isPopupOpen()) return true;
  try {
    await chrome.action.openPopup();
    return true;
  } catch {
    return false;
  }
}

/** Chrome's worker sees no windows and asks; Firefox's event page shares a process with them. */
async function isPopupOpen(): Promise<boolean> {
  if (__FIREFOX__) return chrome.extension.getViews({ type: 'popup' }).length > 0;
  return (await chrome.runtime.getContexts({ contextTypes: ['POPUP'] })).length > 0;
}

/**
 * A small window of its own, which invites or begins at once; only one that was asked for takes the
 * focus. False when the browser refuses, as it does without any display.
 */
export async function openPauseWindow(
  slot: string,
  start: 'offer' | 'begin' | 'asked',
  focused: boolean,
): Promise<boolean> {
  const pageOf = (how: typeof start): string =>
    `pause/index.html#${how}/${encodeURIComponent(slot)}`;
  // A worker may end between opening one and noting it, and a person may ask twice.
  const same = start === 'asked' ? [pageOf('asked'), pageOf('begin')] : [pageOf(start)];
  const there = await windowWith(same.map((page) => chrome.runtime.getURL(page)));
  if (there === undefined) return openSmallWindow(pageOf(start), focused);
  if (focused) await chrome.windows.update(there, { focused });
  return true;
}

/** Windows whose pages may not be there yet, by their addresses: a browser tells of a window first. */
const opened = new Map<string, number>();

/** The window that shows one of these pages of ours, or is about to. */
async function windowWith(urls: readonly string[]): Promise<number | undefined> {
  const shown = await windowShowing(urls);
  if (shown !== undefined) return shown;
  for (const url of urls) {
    const id = opened.get(url);
    if (id === undefined) continue;
    const isThere = await chrome.windows.get(id).then(
      () => true,
      () => false,
    );
    if (isThere) return id;
    opened.delete(url);
  }
  return undefined;
}

async function windowShowing(urls: readonly string[]): Promise<number | undefined> {
  if (__FIREFOX__) {
    const view = chrome.extension
      .getViews({ type: 'tab' })
      .find(({ location }) => urls.includes(location.href)) as
      (Window & { readonly chrome: typeof chrome }) | undefined;
    return (await view?.chrome.windows.getCurrent())?.id;
  }
  const contexts = await chrome.runtime.getContexts({ contextTypes: ['TAB'] });
  return contexts.find(({ documentUrl }) => urls.includes(documentUrl ?? ''))?.windowId;
}

/** A page of ours in a small window; false when the browser refuses. */
export async function openSmallWindow(page: string, focused: boolean): Promise<boolean> {
  const url = chrome.runtime.getURL(page);
  try {
    const size = { width: 420, height: 720 };
    const made = await chrome.windows.create({ url, type: 'popup', focused, ...size });
    if (made?.id !== undefined) opened.set(url, made.id);
    return true;
  } catch {
    return false;
  }
}
