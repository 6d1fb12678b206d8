import { expect, test } from 'vitest';

import { parseRoute } from '#core/app/parse-route.ts';
import { isNamed, neutral, playHref } from '#core/app/neutral.ts';
import { hrefOf } from '#core/app/routes.ts';
import { practicesFor } from '#core/content/practices.ts';

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

test('the address of a practice says nothing of it, is its own, and leads back to it', () => {
  const ids = practicesFor(['en']).practices.map(({ id }) => id);
  expect(new Set(ids.map(neutral)).size).toBe(ids.length);
  for (const id of ids) {
    const { screen, of } = parseRoute(playHref(id));
    expect(screen).toBe('play');
    expect(of).toMatch(/^[0-9a-z]{1,7}$/);
    expect(ids.filter((each) => isNamed(each, of))).toEqual([id]);
    expect(id.split('-').filter((word) => word.length > 3 && of.includes(word))).toEqual([]);
  }
  expect(isNamed('a-letter', 'a-letter')).toBe(true);
});
