import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, test } from 'vitest';

import { relaysIn, root } from '../../../scripts/place.ts';

test('relays are named by their origins, with commas or blanks between', () => {
  expect(relaysIn('')).toEqual([]);
  expect(relaysIn(' https://a.example, http://localhost:8790 https://b.example:8443 ')).toEqual([
    'https://a.example',
    'http://localhost:8790',
    'https://b.example:8443',
  ]);
});

test.each([
  'http://relay.example',
  'https://relay.example/',
  'https://relay.example/path',
  'relay.example',
  "'unsafe-inline'",
  'https:',
  '*',
  'https://a.example;script-src',
])('%s is no relay, and would open the policy: nothing is built', (text) => {
  expect(() => relaysIn(text)).toThrow(/OTHER_RELAYS are addresses like/);
});

test.each([
  ['scripts/start.ts', 'OTHER_RELAYS', 'relay.example', /^OTHER_RELAYS are addresses like .+\n$/],
  ['scripts/builds.ts', 'OTHER_RELAYS', 'relay.example', /^OTHER_RELAYS are addresses like .+\n$/],
  ['scripts/start.ts', 'RELAY_QUOTA_MB', 'plenty', /^RELAY_QUOTA_MB is a whole number .+\n$/],
  ['relay/main.ts', 'RELAY_ORIGINS', 'comma.example', /^RELAY_ORIGINS are addresses like .+\n$/],
])(
  '%s with a %s that cannot be meant says so in one sentence, and begins nothing',
  (script, name, value, said) => {
    const env = { ...process.env, [name]: value };
    const { status, stderr, stdout } = spawnSync(process.execPath, [join(root, script)], { env });
    expect([status, String(stdout)]).toEqual([2, '']);
    expect(String(stderr)).toMatch(said);
  },
);
