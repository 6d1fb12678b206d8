/**
 * Where an offered pause shows itself, quietest first: a dot on the toolbar icon, then the popup (or a
 * small window that does not take the focus), then a notification if the person allowed it.
 */
import type { OfferSurface, PauseRules } from '#core/features/pauses/rules.ts';
import { contentFor } from '#core/content/index.ts';

const noticeId = 'pause';

/** The loudest surface that came up; the badge always does. */
export async function showOffer(slot: string, rules: PauseRules): Promise<OfferSurface> {
  const wanted = (surface: OfferSurface): boolean => rules.surfaces.includes(surface);
  await chrome.action.setBadgeText({ text: '•' });
  await chrome.action.setBadgeBackgroundColor({ color: '#a4553a' });
  if (wanted('notification')) await notify();
  if (wanted('popup') && (await openPopup())) return 'popup';
  if (wanted('window') && (await openPauseWindow(slot, false))) return 'window';
  return wanted('notification') && isAllowed() ? 'notification' : 'badge';
}

export async function hideOffer(): Promise<void> {
  await chrome.action.setBadgeText({ text: '' });
  if (isAllowed()) await chrome.notifications.clear(noticeId);
}

/** False when there is no browser window to hang the popup on; both browsers say so by throwing. */
async function openPopup(): Promise<boolean> {
  try {
    await chrome.action.openPopup();
    return true;
  } catch {
    return false;
  }
}

/** False when the browser refuses a window, as it does without any display. */
export async function openPauseWindow(slot: string, focused: boolean): Promise<boolean> {
  const url = chrome.runtime.getURL(`pause/index.html#${encodeURIComponent(slot)}`);
  try {
    await chrome.windows.create({ url, type: 'popup', focused, width: 420, height: 720 });
    return true;
  } catch {
    return false;
  }
}

/** Without the optional permission the whole API is absent. */
const isAllowed = (): boolean => 'notifications' in chrome;

async function notify(): Promise<void> {
  if (!isAllowed()) return;
  const { title, body } = contentFor(navigator.languages).words.notification;
  // Firefox refuses a notification with any other option.
  await chrome.notifications.create(noticeId, {
    type: 'basic',
    title,
    message: body,
    iconUrl: chrome.runtime.getURL('icons/128.png'),
  });
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
