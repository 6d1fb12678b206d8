import { expect, test } from 'vitest';

import { parseRoute } from '#core/app/parse-route.ts';
import { hrefOf } from '#core/app/routes.ts';

test.each([
  ['', 'today', ''],
  ['#/', 'today', ''],
  ['#/journal', 'journal', ''],
  ['#/entry/entry%3Aa%2Fb', 'entry', 'entry:a/b'],
  ['#/pause/comma', 'pause', 'comma'],
  ['#/no-such-place', 'today', ''],
  ['#/entry/%', 'entry', ''],
])('the address %j leads to %s', (hash, screen, of) => {
  expect(parseRoute(hash)).toEqual({ screen, of });
});

test('an address leads back to what it was made for', () => {
  expect(parseRoute(hrefOf('entry', 'entry:ü/%#?'))).toEqual({
    screen: 'entry',
    of: 'entry:ü/%#?',
  });
});
