import fc from 'fast-check';
import { expect, test } from 'vitest';

import { united, unitedText } from '#core/features/journal/unite.ts';
import { nothingWritten } from '#core/features/journal/written.ts';

test.each([
  ['', 'tea', 'rain', 'rain\ntea'],
  ['tea', 'tea and rain', 'tea', 'tea and rain'],
  ['tea', 'tea', 'green tea', 'green tea'],
  ['tea and rain', 'green tea and rain', 'tea and rain at last', 'green tea and rain at last'],
  ['tea ', 'tea and rain', 'tea or snow', 'tea or snow\nand rain'],
  ['tea and', '', 'tea and rain', ' rain'],
  ['aa  ', 'a HERE ', 'aa THERE   ', 'a HERE THERE   '],
  ['old words', 'mine', 'theirs', 'theirs\nmine'],
])('of “%s”, “%s” here and “%s” there become “%s”', (base, mine, theirs, both) => {
  expect(unitedText(base, mine, theirs)).toBe(both);
});

const words = fc
  .array(fc.constantFrom('a', 'b', 'c', ' '), { maxLength: 12 })
  .map((w) => w.join(''));

/** `base` with something put in and something taken out, at any one place. */
const typed = (base: string, mark: string): fc.Arbitrary<string> =>
  fc
    .tuple(fc.nat(base.length), fc.nat(4))
    .map(([at, out]) => `${base.slice(0, at)} ${mark} ${base.slice(at + out)}`);

const typedTwice = words.chain((base) =>
  fc.tuple(fc.constant(base), typed(base, 'HERE'), typed(base, 'THERE')),
);

test('no word typed on either side is lost or doubled', () => {
  fc.assert(
    fc.property(typedTwice, ([base, mine, theirs]) => {
      const both = unitedText(base, mine, theirs).split(/\s+/);
      expect(both.filter((word) => word === 'HERE')).toHaveLength(1);
      expect(both.filter((word) => word === 'THERE')).toHaveLength(1);
    }),
  );
});

test('a side that typed nothing changes nothing', () => {
  fc.assert(
    fc.property(typedTwice, ([base, mine, theirs]) => {
      expect(unitedText(base, mine, base)).toBe(mine);
      expect(unitedText(base, base, theirs)).toBe(theirs);
      expect(unitedText(base, mine, mine)).toBe(mine);
    }),
  );
});

test('feelings named in either window stay, and one that either took back goes', () => {
  const named = (...feelings: string[]): typeof nothingWritten => ({ ...nothingWritten, feelings });
  expect(united(named('sad'), named('sad', 'calm'), named('sad', 'tired')).feelings).toEqual([
    'sad',
    'tired',
    'calm',
  ]);
  expect(united(named('sad', 'calm'), named('sad'), named('sad', 'calm')).feelings).toEqual([
    'sad',
  ]);
});

test('a time that was chosen in one window stands', () => {
  const chosen = { ...nothingWritten, at: 7, zone: 'UTC' };
  expect(united(nothingWritten, chosen, nothingWritten)).toMatchObject({ at: 7, zone: 'UTC' });
  expect(united(nothingWritten, nothingWritten, chosen)).toMatchObject({ at: 7, zone: 'UTC' });
});
