import { expect, test } from 'vitest';

import { platformOf } from '#core/app/platform-name.ts';

const webkit = 'AppleWebKit/537.36 (KHTML, like Gecko)';

test.each([
  ['Chrome', 'Linux', `Mozilla/5.0 (X11; Linux x86_64) ${webkit} Chrome/156.0 Safari/537.36`],
  [
    'Chrome',
    'Android',
    `Mozilla/5.0 (Linux; Android 10; K) ${webkit} Chrome/156.0 Mobile Safari/1`,
  ],
  ['Edge', 'Windows', `Mozilla/5.0 (Windows NT 10.0) ${webkit} Chrome/156.0 Safari/5 Edg/156.0`],
  ['Firefox', 'Linux', 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0'],
  [
    'Safari',
    'iPhone',
    `Mozilla/5.0 (iPhone; CPU iPhone OS 18_0) ${webkit} Version/18.0 Safari/604.1`,
  ],
  [
    'Safari',
    'Mac',
    `Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15) ${webkit} Version/18 Safari/605`,
  ],
  ['', '', 'something new'],
])('is told as %s on %s', (browser, system, agent) => {
  expect(platformOf(agent, false)).toEqual({ browser, system });
});

test('an iPad that calls itself a Mac is told by being touched', () => {
  expect(platformOf('Macintosh; Version/18 Safari/605', true).system).toBe('iPad');
});
