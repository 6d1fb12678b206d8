import { expect, test } from 'vitest';

import { isFilm } from '../../../../extension/worker/screen.ts';

const window = { fullscreen: true, focused: true, audible: false };

test.each([
  ['a person before a silent whole screen', [window], true, false, true],
  ['the same on a Mac', [window], true, true, true],
  ['slides at work', [window], false, false, true],
  ['a whole screen at work on a Mac', [window], false, true, false],
  ['a film with sound on a Mac', [{ ...window, audible: true }], false, true, true],
  [
    'a film on the other screen while at work',
    [{ ...window, focused: false }],
    false,
    false,
    false,
  ],
  ['a film on the other screen, watched', [{ ...window, focused: false }], true, false, true],
  [
    'music in an ordinary window',
    [{ ...window, fullscreen: false, audible: true }],
    true,
    false,
    false,
  ],
  ['no window', [], true, false, false],
])('%s', (_, windows, isIdle, isMac, film) => {
  expect(isFilm(windows, isIdle, isMac)).toBe(film);
});
