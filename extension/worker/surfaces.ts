/**
 * Where an offered pause shows itself, quietest first: a dot on the toolbar icon, then the popup (or a
 * small window that does not take the focus), then a notification if the person allowed it.
 */
import type { OfferSurface, PauseRules } from '#core/features/pauses/rules.ts';
import { contentFor } from '#core/content/index.ts';

const noticeId = 'pause';

/** One surface besides the badge, the first that comes up: never two for one pause. */
export async function showOffer(slot: string, rules: PauseRules): Promise<OfferSurface> {
  const wanted = (surface: OfferSurface): boolean => rules.surfaces.includes(surface);
  await chrome.action.setBadgeText({ text: '•' });
  await chrome.action.setBadgeBackgroundColor({ color: '#a4553a' });
  if (wanted('popup') && (await openPopup())) return 'popup';
  if (wanted('window') && (await openPauseWindow(slot, false))) return 'window';
  return (await notify()) ? 'notification' : 'badge';
}

export async function hideOffer(): Promise<void> {
  await chrome.action.setBadgeText({ text: '' });
  if (isAllowed()) await chrome.notifications.clear(noticeId);
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
 * A small window of its own. One that was asked for takes the focus and begins at once; one that was not
 * begins when the person says so. False when the browser refuses, as it does without any display.
 */
export async function openPauseWindow(slot: string, asked: boolean): Promise<boolean> {
  const start = asked ? 'begin' : 'offer';
  const url = chrome.runtime.getURL(`pause/index.html#${start}/${encodeURIComponent(slot)}`);
  try {
    await chrome.windows.create({ url, type: 'popup', focused: asked, width: 420, height: 720 });
    return true;
  } catch {
    return false;
  }
}

/** Without the optional permission the API is absent, though in Firefox its name still stands there. */
function isAllowed(): boolean {
  const { notifications } = chrome as Partial<typeof chrome>;
  return notifications !== undefined;
}

/** False while the person has not allowed it. */
async function notify(): Promise<boolean> {
  if (!isAllowed()) return false;
  const { title, body } = contentFor(navigator.languages).words.notification;
  // Firefox refuses a notification with any other option.
  await chrome.notifications.create(noticeId, {
    type: 'basic',
    title,
    message: body,
    iconUrl: chrome.runtime.getURL('icons/128.png'),
  });
  return true;
}

/** Opens the pause when its notification is tapped; set again once the permission is there. */
export function onNoticeTapped(open: () => void): void {
  const listen = (): void => {
    chrome.notifications.onClicked.addListener(open);
  };
  if (isAllowed()) listen();
  chrome.permissions.onAdded.addListener(({ permissions }) => {
    if (permissions?.includes('notifications')) listen();
  });
}
