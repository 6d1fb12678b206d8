/// <reference lib="webworker" />
/**
 * Keeps one complete version of the app on the device. A new version waits until the person accepts it or
 * closes every tab; nothing else makes it take over. Wakes when the relay sends a push.
 */
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  type PrecacheEntry,
  precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

import { clock } from './clock.ts';
import { moveTo, noteWake, wordsOfPush } from './on-push.ts';
import { subscriptionOf } from './subscription.ts';

/** Put here by pwa/build/precache.ts. */
declare const __PRECACHE__: PrecacheEntry[];
declare const self: ServiceWorkerGlobalScope;

cleanupOutdatedCaches();
precacheAndRoute(__PRECACHE__);

// A path with an extension names a file: when it is unknown, the server's 404 is the honest answer.
registerRoute(
  new NavigationRoute(createHandlerBoundToURL('/index.html'), {
    denylist: [/^[^?]*\.[a-z0-9]+(\?|$)/i],
  }),
);

self.addEventListener('message', ({ data }: ExtendableMessageEvent) => {
  const message = data as unknown;
  if (
    typeof message === 'object' &&
    message !== null &&
    'type' in message &&
    message.type === 'SKIP_WAITING'
  )
    void self.skipWaiting();
});

self.addEventListener('push', (event) => {
  event.waitUntil(showPush());
});

async function showPush(): Promise<void> {
  const wall = clock.wall();
  const { title, body } = await wordsOfPush(wall, navigator.languages);
  await Promise.all([
    self.registration.showNotification(title, {
      body,
      tag: 'pause',
      icon: '/icons/192.png',
      badge: '/icons/badge-96.png',
    }),
    noteWake(wall),
  ]);
}

self.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(openComma());
});

async function openComma(): Promise<void> {
  const [open] = await self.clients.matchAll({ type: 'window', includeUncontrolled: true });
  if (open) await open.focus();
  else await self.clients.openWindow('/#/today');
}

/** The types know neither of its fields yet. */
interface SubscriptionChange extends ExtendableEvent {
  readonly oldSubscription?: PushSubscription | null;
  readonly newSubscription?: PushSubscription | null;
}

self.addEventListener('pushsubscriptionchange', (event: Event) => {
  const change = event as SubscriptionChange;
  change.waitUntil(renew(change));
});

async function renew({ oldSubscription, newSubscription }: SubscriptionChange): Promise<void> {
  const options = oldSubscription?.options;
  const fresh =
    newSubscription ?? (options && (await self.registration.pushManager.subscribe(options)));
  // Without either, the next launch subscribes anew.
  if (fresh) await moveTo(subscriptionOf(fresh), clock.wall());
}
