/** The subscription at the push service of this browser: known, made, or ended. */
import { toBase64Url } from '#core/kernel/bytes.ts';
import type { Subscription } from '#core/sync/protocol/wakes.ts';
import type { WakeDesk } from '#core/sync/relay/wakes.ts';

import { isTabOnPhone } from './installed.ts';
import { Troubled } from './phone-trouble.ts';
import { subscriptionOf } from './subscription.ts';

/** Milliseconds in which a browser has subscribed (chosen). */
export const patience = 20_000;

export async function knownSubscription(): Promise<PushSubscription | null> {
  const { pushManager } = await navigator.serviceWorker.ready;
  return pushManager.getSubscription();
}

export async function unsubscribe(): Promise<void> {
  await (await knownSubscription())?.unsubscribe();
}

/** One that this relay can use; made where there is none. Rejects with what is in the way. */
export async function subscriptionFor(desk: WakeDesk): Promise<Subscription> {
  if (!('PushManager' in globalThis)) throw new Troubled(isTabOnPhone() ? 'install' : 'absent');
  const key = await desk.key();
  if (key === null) throw new Troubled('noPush');
  let known = await knownSubscription();
  const made = known?.options.applicationServerKey;
  if (known && made && toBase64Url(new Uint8Array(made)) !== key) {
    await known.unsubscribe(); // of a relay that has other keys by now
    known = null;
  }
  return subscriptionOf(known ?? (await subscribe(key)));
}

/** Without a way to its push service a browser never answers. */
async function subscribe(applicationServerKey: string): Promise<PushSubscription> {
  const { pushManager } = await navigator.serviceWorker.ready;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Troubled('slow'));
    }, patience);
  });
  const asked = pushManager
    .subscribe({ userVisibleOnly: true, applicationServerKey })
    .catch((failure: unknown) => {
      const isBlocked = failure instanceof Error && failure.name === 'NotAllowedError';
      throw new Troubled(isBlocked ? 'denied' : 'slow');
    });
  try {
    return await Promise.race([asked, late]);
  } finally {
    clearTimeout(timer);
  }
}
