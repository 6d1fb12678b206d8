import { expect, test } from 'vitest';

import { relaysIn } from '#core/app/allowed-relays.ts';

const own = 'https://comma.example';

test.each<[string, string, readonly string[]]>([
  ['names none', "default-src 'none'; connect-src 'self'; img-src 'self'", []],
  [
    'names two, and the app itself',
    `connect-src 'self' ${own} https://a.example http://localhost:8790; img-src https://pictures.example`,
    ['https://a.example', 'http://localhost:8790'],
  ],
  ['is wide open, so that no relay is named', 'connect-src https: *; img-src data:', []],
  ['says nothing of it', "script-src 'self'", []],
  ['is not there', '', []],
])('of a policy that %s', (_, policy, relays) => {
  expect(relaysIn(policy, own)).toEqual(relays);
});
