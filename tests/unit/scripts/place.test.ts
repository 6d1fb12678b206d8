import { expect, test } from 'vitest';

import { relaysIn } from '../../../scripts/place.ts';

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
