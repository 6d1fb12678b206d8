import { expect, test } from 'vitest';

import { readEnvironment } from '../../../relay/environment.ts';

test('without a word from its operator a relay is small, local and careful', () => {
  expect(readEnvironment({})).toEqual({
    ok: true,
    value: {
      host: '127.0.0.1',
      port: 8790,
      database: { folder: '.data' },
      invite: null,
      origins: [],
      quota: { rows: 250_000, bytes: 500_000_000 },
      requestsPerMinute: 600,
      claimsPerHour: 20,
      proxies: 0,
      push: null,
      metricsToken: null,
      log: 'all',
    },
  });
});

test.each([
  'mailto:x@localhost',
  'mailto:nobody',
  'http://example.org',
  'https://localhost',
  'you',
])('“%s” is no way to reach an operator, and the relay says so before it starts', (subject) => {
  const read = readEnvironment({ RELAY_PUSH_SUBJECT: subject });
  expect(read.ok ? [] : read.error).toEqual([
    `RELAY_PUSH_SUBJECT is where push services reach you, like mailto:you@example.org or https://example.org; “${subject}” is none (Apple refuses localhost).`,
  ]);
});

test('a relay sends no pushes unless push services can reach its operator', () => {
  const read = readEnvironment({ RELAY_PUSH_SUBJECT: 'mailto:keeper@comma.example' });
  expect(read.ok && read.value.push).toMatchObject({ keys: null, standIn: null });
  expect(readEnvironment({ RELAY_PUSH_HOSTS: 'push.example.org' }).ok).toBe(false);
  const half = { RELAY_PUSH_SUBJECT: 'https://comma.example', RELAY_VAPID_PUBLIC: 'short' };
  expect(readEnvironment(half)).toEqual({
    ok: false,
    error: [
      'RELAY_VAPID_PUBLIC is a key of 87 letters in base64url.',
      'RELAY_VAPID_PUBLIC and RELAY_VAPID_PRIVATE belong together: set both, or neither.',
    ],
  });
});

test('every wish of the operator is heard, blanks around it or not', () => {
  const read = readEnvironment({
    HOST: '::',
    PORT: ' 443 ',
    DATABASE_URL: 'postgres://relay:secret@db/comma',
    RELAY_CONNECTIONS: '4',
    RELAY_INVITE: 'welcome',
    RELAY_ORIGINS: 'https://comma.example, http://localhost:8787',
    RELAY_QUOTA_ROWS: '10',
    RELAY_QUOTA_MB: '2',
    RELAY_REQUESTS_PER_MINUTE: '5',
    RELAY_CLAIMS_PER_HOUR: '6',
    RELAY_PROXIES: '1',
    RELAY_METRICS_TOKEN: 'sixteen letters!',
    RELAY_LOG: 'trouble',
  });
  expect(read).toEqual({
    ok: true,
    value: {
      host: '::',
      port: 443,
      database: { url: 'postgres://relay:secret@db/comma', connections: 4 },
      invite: 'welcome',
      origins: ['https://comma.example', 'http://localhost:8787'],
      quota: { rows: 10, bytes: 2_000_000 },
      requestsPerMinute: 5,
      claimsPerHour: 6,
      proxies: 1,
      push: null,
      metricsToken: 'sixteen letters!',
      log: 'trouble',
    },
  });
});

test.each([
  ['PORT', '80.5', 'PORT is a whole number from 0 to 65535; it was set to “80.5”.'],
  ['PORT', '70000', 'PORT is a whole number from 0 to 65535; it was set to “70000”.'],
  ['HOST', 'my host', 'HOST is an address to listen on; it was “my host”.'],
  ['RELAY_LOG', 'debug', 'RELAY_LOG is “all” or “trouble”; it was set to “debug”.'],
  ['RELAY_INVITE', 'two words', 'RELAY_INVITE is at most 128 letters and signs without blanks.'],
  [
    'RELAY_ORIGINS',
    'comma.example',
    'RELAY_ORIGINS are addresses like https://comma.example, with commas between; “comma.example” is none.',
  ],
  [
    'RELAY_ORIGINS',
    'https://comma.example/',
    'RELAY_ORIGINS are addresses like https://comma.example, with commas between; “https://comma.example/” is none.',
  ],
  [
    'RELAY_METRICS_TOKEN',
    'short',
    'RELAY_METRICS_TOKEN has at least 16 letters, or it could be guessed.',
  ],
])('%s set to “%s” is answered with a sentence', (name, value, sentence) => {
  expect(readEnvironment({ [name]: value })).toEqual({ ok: false, error: [sentence] });
});

test('an address of a database with a password in it is never repeated', () => {
  const read = readEnvironment({ DATABASE_URL: 'mysql://relay:secret@db/comma' });
  expect(read.ok).toBe(false);
  expect(JSON.stringify(read)).not.toContain('secret');
});
