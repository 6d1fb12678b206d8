/// <reference lib="webworker" />
/**
 * Keeps one complete version of the app on the device. A new version waits until the person accepts it or
 * closes every tab; nothing else makes it take over.
 */
import {
  cleanupOutdatedCaches,
  createHandlerBoundToURL,
  type PrecacheEntry,
  precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';

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
