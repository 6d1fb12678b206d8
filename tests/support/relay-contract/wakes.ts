/** Devices that ask to be woken, through a push service behind a real socket. */
import { expect, test } from 'vitest';

import { toBase64Url } from '#core/kernel/bytes.ts';
import { longestWait, mostDevices, mostWakes } from '#core/sync/protocol/limits.ts';
import { serialiseWakes } from '#core/sync/protocol/wakes.ts';

import { errorOf, request } from '../raw-relay.ts';
import { query } from '../relay-backup.ts';
import { name, wokenIn, type Woken } from './woken.ts';
import type { World } from './world.ts';

const minute = 60_000;

export function testWakes({ setup, wait }: World): void {
  const woken = (): Promise<Woken> => wokenIn(setup);

  test('a device is woken when it asked to be, once, by words that are the same for all', async () => {
    const { wake, service, sendDue } = await woken();
    expect((await wake([{ name: name(), wait: minute }])).status).toBe(204);
    await sendDue();
    expect(service.received).toEqual([]);
    wait(minute);
    await Promise.all([sendDue(), sendDue()]);
    await sendDue();
    expect(service.received).toHaveLength(1);
    const [push] = service.received;
    expect(JSON.parse(push?.text ?? '')).toEqual({
      web_push: 8030,
      mutable: true,
      notification: {
        title: 'Comma',
        body: 'A comma, if you like.',
        navigate: 'https://comma.example/#/today',
        tag: 'pause',
      },
    });
    expect(push?.headers).toMatchObject({ ttl: '600', topic: 'pause', urgency: 'high' });
    expect(push?.claims).toMatchObject({
      aud: service.origin,
      sub: 'mailto:keeper@comma.example',
    });
  });

  test('what a device says stands in place of what it said; any device cancels for all', async () => {
    const { wake, access, service, sendDue } = await woken();
    const [taken, other] = [name(), name()];
    const phone = name();
    await wake([{ name: name(), wait: minute }]);
    await wake([{ name: taken, wait: minute }]);
    await wake(
      [
        { name: taken, wait: minute },
        { name: other, wait: minute },
      ],
      phone,
    );
    const cancel = JSON.stringify({ names: [taken] });
    expect((await request(access, '/wakes', { body: cancel })).status).toBe(204);
    wait(minute);
    await sendDue();
    expect(service.received).toHaveLength(1);
    await wake([{ name: other, wait: minute }], phone);
    expect((await request(access, `/wakes/${phone}`, { method: 'DELETE' })).status).toBe(204);
    wait(minute);
    await sendDue();
    expect(service.received).toHaveLength(1);
  });

  test('a wake that is late is let go', async () => {
    const { wake, service, sendDue } = await woken();
    await wake([{ name: name(), wait: 0 }]);
    wait(10 * minute + 1);
    await sendDue();
    expect(service.received).toEqual([]);
    wait(-10 * minute);
    await sendDue();
    expect(service.received).toEqual([]);
  });

  test('a service that asks for patience is asked again when it said, and not for ever', async () => {
    const { wake, service, sendDue } = await woken();
    await wake([{ name: name(), wait: 0 }]);
    service.answer(429, { 'Retry-After': '120' });
    await sendDue();
    wait(119_000);
    await sendDue();
    expect(service.received).toEqual([]);
    service.answer(503);
    wait(1_000);
    await sendDue();
    wait(30_000);
    await sendDue();
    expect(service.received).toHaveLength(1);
    await wake([{ name: name(), wait: 0 }]);
    service.answer(429, { 'Retry-After': '3600' });
    await sendDue();
    wait(60 * minute);
    await sendDue();
    expect(service.received).toHaveLength(1);
  });

  test.each([404, 410])(
    'a subscription that ended (%i) is asked for nothing more',
    async (status) => {
      const { wake, access, service, sendDue } = await woken();
      const device = name();
      await wake(
        [
          { name: name(), wait: 0 },
          { name: name(), wait: minute },
        ],
        device,
      );
      service.answer(status);
      await sendDue();
      wait(minute);
      await sendDue();
      expect(service.received).toEqual([]);
      const again = await wake([{ name: name(), wait: 0 }], device);
      expect([again.status, await errorOf(again)]).toEqual([424, 'push-ended']);
      const { endpoint, p256dh, auth } = service.subscribe();
      const renewed = await request(access, `/wakes/${device}`, {
        method: 'PUT',
        body: serialiseWakes({
          subscription: { endpoint, p256dh, auth },
          wakes: [{ name: name(), wait: 0 }],
        }),
      });
      expect(renewed.status).toBe(204);
      await sendDue();
      expect(service.received).toHaveLength(1);
    },
  );

  test('one can be sent now, and the answer says whether the service took it', async () => {
    const { wake, access, service } = await woken();
    const device = name();
    const now = (): Promise<Response> => request(access, `/wakes/${device}`);
    expect((await now()).status).toBe(404);
    await wake([], device);
    expect((await now()).status).toBe(204);
    expect(service.received).toHaveLength(1);
    service.answer(500);
    expect(await errorOf(await now())).toBe('push-failed');
    service.answer(410);
    expect(await errorOf(await now())).toBe('push-ended');
  });

  test('a vault that is deleted takes its wakes and devices along', async () => {
    const { wake, access, store, service, sendDue } = await woken();
    await wake([{ name: name(), wait: 0 }]);
    expect((await request(access, '', { method: 'DELETE' })).status).toBe(204);
    await sendDue();
    expect(service.received).toEqual([]);
    for (const table of ['wake', 'device']) {
      const rows = await query(store, `select vault from ${table}`);
      const left = rows.map(({ vault }) => toBase64Url(Uint8Array.from(vault as Uint8Array)));
      expect(left).not.toContain(access.vault);
    }
  });

  test('more than a person needs is refused, and addresses that no push service has', async () => {
    const { wake, access, service } = await woken();
    const many = Array.from({ length: mostWakes + 1 }, () => ({ name: name(), wait: 0 }));
    expect((await wake(many)).status).toBe(400);
    expect((await wake(many.slice(1))).status).toBe(204);
    expect((await wake([{ name: name(), wait: longestWait + 1 }])).status).toBe(400);
    for (let more = 1; more < mostDevices; more++) await wake([], name());
    expect(await errorOf(await wake([], name()))).toBe('full');
    const { p256dh, auth } = service.subscribe();
    for (const endpoint of [
      'http://127.0.0.1:8080/x',
      'https://fcm.googleapis.com.evil.example/x',
      'https://fcm.googleapis.com:8443/x',
      'https://u:p@fcm.googleapis.com/x',
      'http://fcm.googleapis.com/x',
      'https://push.apple.com@evil.example/x',
    ]) {
      const body = serialiseWakes({ subscription: { endpoint, p256dh, auth }, wakes: [] });
      const answer = await request(access, `/wakes/${name()}`, { method: 'PUT', body });
      expect(await errorOf(answer), endpoint).toBe('push-host');
    }
  });

  test('its key stays the same; a relay without an address for push services has none', async () => {
    const { access } = await woken();
    const key = async (): Promise<unknown> =>
      (await request(access, '/wakes', { method: 'GET' })).json();
    expect(await key()).toEqual({ key: expect.stringMatching(/^[\w-]{87}$/) as string });
    expect(await key()).toEqual(await key());
    const silent = await setup();
    expect((await request(silent.access, '/wakes', { method: 'GET' })).status).toBe(404);
  });
}
