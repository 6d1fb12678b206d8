// @vitest-environment node
/** What an operator sees of a relay. */
import { expect, onTestFinished, test } from 'vitest';

import { mailPath } from '#core/sync/protocol/routes.ts';

import type { Environment } from '../../relay/environment.ts';
import { callerOf } from '../../relay/address.ts';
import { createRateLimit } from '../../relay/rate-limit.ts';
import type { Store } from '../../relay/store/store.ts';
import { errorOf, item, request } from '../support/raw-relay.ts';
import {
  freshSqlite,
  peerOf,
  startRelay,
  strangerAt,
  type RunningRelay,
} from '../support/relay-world.ts';

async function setup(
  environment: Environment = {},
  wrap: (store: Store) => Store = (store) => store,
): Promise<RunningRelay> {
  const store = await freshSqlite();
  const relay = await startRelay({ store: wrap(store), environment });
  onTestFinished(async () => {
    await relay.close();
    await store.close();
  });
  return relay;
}

test('it says that it is well, and says so no more when its database is not', async () => {
  const well = await setup();
  expect(await (await fetch(`${well.origin}/healthz`)).json()).toEqual({ status: 'ok' });
  const ill = await setup({}, (store) => ({
    ...store,
    read: () => Promise.reject(new Error('disk I/O error')),
  }));
  const answer = await fetch(`${ill.origin}/healthz`);
  expect([answer.status, await errorOf(answer)]).toEqual([503, 'unavailable']);
});

test('a database in trouble is a plain refusal, and its words stay in the house', async () => {
  const relay = await setup({}, (store) => ({
    ...store,
    read: () => Promise.reject(Object.assign(new Error('duplicate key (abc)'), { code: '23505' })),
  }));
  const answer = await request(strangerAt(relay.origin), '/pull', { body: '{}' });
  expect(answer.status).toBe(500);
  expect(await errorOf(answer)).toBe('broken');
  expect(relay.log).toContainEqual({ event: 'trouble', where: 'request', error: '23505' });
  expect(JSON.stringify(relay.log)).not.toContain('abc');
});

test('its numbers are totals, and neither they nor its log name anybody', async () => {
  const relay = await setup();
  const access = strangerAt(relay.origin);
  const pushed = [item(300), item(400)];
  await peerOf(access).push(pushed);
  await peerOf(access).pull({ seq: 0, wit: null });
  await request({ ...access, token: strangerAt('').token }, '/pull');
  await fetch(`${relay.origin}${mailPath(access.vault)}`);
  const text = await (await fetch(`${relay.origin}/metrics`)).text();
  for (const line of [
    'comma_requests_total{route="push",status="200"} 1',
    'comma_requests_total{route="pull",status="401"} 1',
    'comma_refusals_total{reason="unauthorised"} 1',
    'comma_rows_total{kind="pushed"} 2',
    'comma_bytes_total{kind="pulled"} 700',
    'comma_claims_total 1',
    'comma_request_seconds_count{route="pull"} 2',
  ])
    expect(text.split('\n')).toContain(line);
  // The grammar of the format: a name, labels, a number.
  for (const line of text.trimEnd().split('\n'))
    expect(line).toMatch(/^(# (HELP|TYPE) .+|[a-z_]+(\{[^}]+\})? [\d.e+-]+)$/);
  const seen = text + JSON.stringify(relay.log);
  for (const name of [access.vault, access.token, ...pushed.map(({ id }) => id), '127.0.0.1'])
    expect(seen).not.toContain(name);
  expect(relay.log.map((line) => ('route' in line ? line.route : ''))).toEqual([
    'push',
    'pull',
    'pull',
    'collect',
    'metrics',
  ]);
});

test('its numbers can be kept for those with a token', async () => {
  const { origin } = await setup({ RELAY_METRICS_TOKEN: 'a token for Prometheus' });
  const ask = (token: string): Promise<Response> =>
    fetch(`${origin}/metrics`, { headers: { Authorization: `Bearer ${token}` } });
  expect((await fetch(`${origin}/metrics`)).status).toBe(401);
  expect((await ask('a token for Grafana')).status).toBe(401);
  expect((await ask('a token for Prometheus')).status).toBe(200);
});

test('a caller is whom the own proxy heard from, whatever the header says further in front', () => {
  expect(callerOf('203.0.113.9', '198.51.100.7', 0)).toBe('203.0.113.9');
  expect(callerOf('10.0.0.2', '1.2.3.4, 198.51.100.7', 1)).toBe('198.51.100.7');
  expect(callerOf('10.0.0.2', '1.2.3.4, 198.51.100.7, 10.0.0.1', 2)).toBe('198.51.100.7');
  expect(callerOf('10.0.0.2', undefined, 1)).toBe('10.0.0.2');
});

test('a household on IPv6 is one caller, its neighbours are others', () => {
  const caller = (address: string): string => callerOf(address, undefined, 0);
  expect(caller('2001:db8:1:2:aaaa::1')).toBe(caller('2001:db8:1:2::ffff'));
  expect(caller('2001:db8:1:2::1')).toBe(caller('2001:0db8:0001:0002:0:0:0:1'));
  expect(caller('2001:db8:1:2::1')).not.toBe(caller('2001:db8:1:3::1'));
  expect(caller('::ffff:203.0.113.9')).toBe('203.0.113.9');
});

test('a limit lets a burst through, then so many in its time, for each key alone', () => {
  const limit = createRateLimit(3, 60_000);
  expect([0, 0, 0].map(() => limit.take('a', 0))).toEqual([0, 0, 0]);
  expect(limit.take('a', 0)).toBe(20_000);
  expect(limit.take('b', 0)).toBe(0);
  expect(limit.take('a', 20_000)).toBe(0);
  expect(limit.take('a', 20_000)).toBe(20_000);
  expect([0, 0, 0, 0].map(() => limit.take('a', 10_000_000))).toEqual([0, 0, 0, 20_000]);
});
