/** A vault with a device that can be woken, and the push service that would reach it. */
import { onTestFinished } from 'vitest';

import { toBase64Url } from '#core/kernel/bytes.ts';
import { systemRandom } from '#core/kernel/random.ts';
import { serialiseWakes, type Wake } from '#core/sync/protocol/wakes.ts';

import { startPushService, type PushService } from '../push-service.ts';
import { request } from '../raw-relay.ts';
import type { Vault, World } from './world.ts';

export interface Woken extends Vault {
  readonly service: PushService;
  readonly wake: (wakes: readonly Wake[], device?: string) => Promise<Response>;
}

export const name = (): string => toBase64Url(systemRandom(16));

export async function wokenIn(setup: World['setup']): Promise<Woken> {
  const service = await startPushService();
  onTestFinished(() => service.close());
  const vault = await setup({
    RELAY_PUSH_SUBJECT: 'mailto:keeper@comma.example',
    RELAY_PUSH_STAND_IN: service.origin,
  });
  // As a device does: asking for the key makes the vault its own.
  await request(vault.access, '/wakes', { method: 'GET' });
  const subscription = service.subscribe();
  const own = name();
  return {
    ...vault,
    service,
    wake: (wakes, device = own) =>
      request(vault.access, `/wakes/${device}`, {
        method: 'PUT',
        body: serialiseWakes({ subscription, wakes }),
        headers: { Origin: 'https://comma.example' },
      }),
  };
}
