/** Once everything is erased: what this browser keeps for Comma beside the vault goes, and no push finds its way here. */
import { awaySense } from './away.ts';

export async function giveBack(): Promise<void> {
  await awaySense?.forget();
  const worker = await navigator.serviceWorker.getRegistration();
  if (!worker || !('pushManager' in worker)) return;
  // The push service turns the relay away from now on, and the relay then forgets what was planned.
  await (await worker.pushManager.getSubscription())?.unsubscribe();
}
