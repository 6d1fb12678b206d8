/** The token that a device is woken by: what it opens, and all that it does not. */
import { expect, test } from 'vitest';

import { toBase64Url } from '#core/kernel/bytes.ts';
import { systemRandom } from '#core/kernel/random.ts';
import { routes } from '#core/sync/protocol/routes.ts';
import { serialiseWakes } from '#core/sync/protocol/wakes.ts';
import type { RelayAccess } from '#core/sync/relay/ask.ts';
import { wakeTokenOf } from '#core/vault/keys.ts';

import { item, request } from '../raw-relay.ts';
import { name, wokenIn, type Woken } from './woken.ts';
import { idsOf, pullAll, type World } from './world.ts';

const minute = 60_000;

export function testOwnTokens({ setup }: World): void {
  /** A device with a token of its own, and that token in place of the vault's. */
  async function withOwn(): Promise<
    Woken & { readonly device: string; readonly own: RelayAccess }
  > {
    const world = await wokenIn(setup);
    const device = name();
    const { token, hash } = await wakeTokenOf(systemRandom(16), world.origin, device);
    const body = serialiseWakes({
      ...{ subscription: world.service.subscribe(), own: hash },
      wakes: [{ name: name(), wait: minute }],
    });
    const put = { method: 'PUT', body };
    expect((await request(world.access, `/wakes/${device}`, put)).status).toBe(204);
    return { ...world, device, own: { ...world.access, token } };
  }

  test('with its own token a device says when to wake it and where, tries the way, and is forgotten', async () => {
    const { device, own, service, sendDue } = await withOwn();
    const path = `/wakes/${device}`;
    const { endpoint, p256dh, auth } = service.subscribe();
    const plan = { subscription: { endpoint, p256dh, auth }, wakes: [{ name: name(), wait: 0 }] };
    const put = { method: 'PUT', body: serialiseWakes(plan) };
    expect((await request(own, path, put)).status).toBe(204);
    await sendDue();
    expect((await request(own, path)).status).toBe(204);
    expect(service.received).toHaveLength(2);
    expect((await request(own, path, { method: 'DELETE' })).status).toBe(204);
    expect((await request(own, path, put)).status).toBe(401);
  });

  test('the token of a device opens nothing but its wakes: no row, no other device, no vault that is gone', async () => {
    const { device, own, access, peer, service, sendDue } = await withOwn();
    const [row, other] = [item(), name()];
    await peer.push([row]);
    const plan = { subscription: service.subscribe(), wakes: [] };
    await request(access, `/wakes/${other}`, { method: 'PUT', body: serialiseWakes(plan) });
    for (const [route, { method, path }] of Object.entries(routes)) {
      if (!path.includes('{vault}')) continue;
      const address = path.replace('/v1/{vault}', '').replace('{device}', other);
      const body = method === 'post' || method === 'put' ? serialiseWakes(plan) : undefined;
      const asked = { method: method.toUpperCase(), ...(body !== undefined && { body }) };
      const answer = await request(own, address, asked);
      expect([route, answer.status]).toEqual([route, 401]);
    }
    // It gives itself no further token, and one that nobody was given opens nothing.
    const { token, hash } = await wakeTokenOf(systemRandom(16), own.origin, device);
    const renewed = { method: 'PUT', body: serialiseWakes({ ...plan, own: hash }) };
    expect((await request(own, `/wakes/${device}`, renewed)).status).toBe(204);
    expect((await request({ ...own, token }, `/wakes/${device}`, renewed)).status).toBe(401);
    const guess = { ...own, token: toBase64Url(systemRandom(32)) };
    expect((await request(guess, `/wakes/${device}`, renewed)).status).toBe(401);
    await sendDue();
    expect(idsOf(await pullAll(peer))).toEqual([row.id]);

    expect((await request(access, '', { method: 'DELETE' })).status).toBe(204);
    expect((await request(own, `/wakes/${device}`, renewed)).status).toBe(401);
    // A relay that lost everything does not become the device's.
    const lost = { ...own, vault: name() };
    expect((await request(lost, `/wakes/${device}`, renewed)).status).toBe(404);
  });

  test('who has only a device’s token can ask a few times a minute, and keeps nobody else waiting', async () => {
    const { device, own, access } = await withOwn();
    const asked: number[] = [];
    for (let times = 0; times < 30; times++)
      asked.push((await request(own, `/wakes/${device}`)).status);
    expect(asked.filter((status) => status === 204)).toHaveLength(12);
    expect(new Set(asked)).toEqual(new Set([204, 429]));
    expect((await request(access, `/wakes/${device}`)).status).toBe(204);
  });
}
