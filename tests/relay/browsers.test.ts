// @vitest-environment node
/** Which pages a browser lets speak with a relay, and what it may keep of the answers. */
import { expect, onTestFinished, test } from 'vitest';

import { extensionId } from '#core/sync/protocol/extension-address.ts';

import { request } from '../support/raw-relay.ts';
import { freshSqlite, startRelay, strangerAt } from '../support/relay-world.ts';

async function setup(): Promise<string> {
  const store = await freshSqlite();
  const relay = await startRelay({
    store,
    environment: { RELAY_ORIGINS: 'https://comma.example' },
  });
  onTestFinished(async () => {
    await relay.close();
    await store.close();
  });
  return relay.origin;
}

const preflight = (origin: string, from: string): Promise<Response> =>
  fetch(`${origin}/v1/${strangerAt(origin).vault}/pull`, {
    method: 'OPTIONS',
    headers: {
      Origin: from,
      'Access-Control-Request-Method': 'POST',
      'Access-Control-Request-Headers': 'authorization,content-type',
    },
  });

test.each([
  ['the extension', `chrome-extension://${extensionId}`, true],
  ['the extension in Firefox', 'moz-extension://0f6a4ccb-5fda-4c2a-9b29-0b1c8f3a7e55', true],
  ['a page of the operator', 'https://comma.example', true],
  ['another extension', 'chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', false],
  ['a page that sounds alike', 'https://comma.example.evil.example', false],
  ['another port', 'https://comma.example:8443', false],
  ['a sandboxed frame', 'null', false],
])('a browser lets %s call: %s', async (_, from, allowed) => {
  const origin = await setup();
  const answer = await preflight(origin, from);
  expect(answer.headers.get('Access-Control-Allow-Origin')).toBe(allowed ? from : null);
  expect(answer.headers.get('Access-Control-Allow-Credentials')).toBe(null);
});

test('a page may read when the relay answered, by which a device learns how its clock stands', async () => {
  const origin = await setup();
  const answer = await fetch(`${origin}/v1/${strangerAt(origin).vault}/pull`, {
    method: 'POST',
    headers: { Origin: 'https://comma.example' },
  });
  expect(answer.headers.get('Access-Control-Expose-Headers')?.split(',')).toContain('Date');
  expect(Date.parse(answer.headers.get('Date') ?? '')).not.toBeNaN();
});

test('no answer may be kept by anybody on the way', async () => {
  const origin = await setup();
  const answers = await Promise.all(
    ['/pull', '/nowhere'].map((what) =>
      request(strangerAt(origin), what, {
        body: JSON.stringify({ since: 0, wit: null, limit: 1 }),
      }),
    ),
  );
  expect(answers.map(({ status }) => status)).toEqual([200, 404]);
  for (const { headers } of answers) expect(headers.get('Cache-Control')).toBe('no-store');
});
