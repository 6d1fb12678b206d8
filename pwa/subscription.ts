import type { Subscription } from '#core/sync/protocol/wakes.ts';

/** What the relay has to know of it. */
export function subscriptionOf(given: PushSubscription): Subscription {
  const { endpoint, keys } = given.toJSON();
  return { endpoint: endpoint ?? '', p256dh: keys?.['p256dh'] ?? '', auth: keys?.['auth'] ?? '' };
}
