/** Notifications of an open page: the platform has no way to schedule one for later. */
import type { Notices, NoticeWords } from '#core/ports.ts';

const here = (): boolean => 'Notification' in globalThis; // absent in an iOS tab

const named = {
  granted: 'granted',
  denied: 'denied',
  default: 'askable',
} as const;

export const notices: Notices = {
  tryOne: showNotice,
  permission: () => Promise.resolve(here() ? named[Notification.permission] : 'absent'),
  ask: async () => (here() ? named[await Notification.requestPermission()] : 'absent'),
};

/** The same tag replaces an older one. False when it cannot be shown. */
export async function showNotice(words: NoticeWords): Promise<boolean> {
  if (!here() || Notification.permission !== 'granted') return false;
  const worker = await navigator.serviceWorker.getRegistration();
  if (!worker) return false;
  await worker.showNotification(words.title, {
    body: words.body,
    tag: 'pause',
    icon: '/icons/192.png',
    badge: '/icons/badge-96.png',
  });
  return true;
}
