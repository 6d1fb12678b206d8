/** Who the relay is to push services: the operator's address, and a pair of keys that stays the same. */
import webpush from 'web-push';

import type { PushSettings } from './environment.ts';
import type { Vapid } from './push-message.ts';
import type { Store } from './store/store.ts';
import { keepOwn } from './store/wakes.ts';

/** Made by the first relay on this database unless the environment has them: subscriptions hang on them. */
export async function openVapid({ subject, keys }: PushSettings, store: Store): Promise<Vapid> {
  if (keys) return { subject, ...keys };
  const kept = await store.write(keepOwn('vapid', JSON.stringify(webpush.generateVAPIDKeys())));
  return { subject, ...(JSON.parse(kept) as NonNullable<PushSettings['keys']>) };
}
