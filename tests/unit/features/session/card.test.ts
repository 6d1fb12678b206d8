import fc from 'fast-check';
import { expect, test } from 'vitest';

import { cardLayout, cardLook } from '#core/features/session/card.ts';

/** Every sign is as wide as another. */
const widthOf = (text: string): number => Array.from(text).length * 20;
const room = cardLook.width - 2 * cardLook.edge;

test('words go on to the next line where there is no room, and paragraphs stand apart', () => {
  const layout = cardLayout(['one two', 'word '.repeat(12).trim()], widthOf);
  expect(layout?.lines.map(({ text }) => text)).toEqual([
    'one two',
    'word word word word word word word word word',
    'word word word',
  ]);
  const [first, second, third] = layout?.lines.map(({ y }) => y) ?? [];
  expect([(second ?? 0) - (first ?? 0), (third ?? 0) - (second ?? 0)]).toEqual([92, 64]);
});

test('a line begins on the side where its script does', () => {
  const layout = cardLayout(['“Hello”', '“שלום”', '[…] مرحبا'], widthOf);
  expect(layout?.lines.map(({ isRtl }) => isRtl)).toEqual([false, true, true]);
});

test('what is too long for one picture is none', () => {
  expect(
    cardLayout(
      Array.from({ length: 60 }, () => 'a line'),
      widthOf,
    ),
  ).toBeNull();
});

test('whatever the words are, none is lost and none stands out of the card', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 200 }), { maxLength: 4 }), (paragraphs) => {
      const layout = cardLayout(paragraphs, widthOf);
      if (!layout) return;
      const signs = (texts: readonly string[]): string => texts.join('').replaceAll(/\s/g, '');
      expect(signs(layout.lines.map(({ text }) => text))).toBe(signs(paragraphs));
      for (const { text, y } of layout.lines) {
        expect(widthOf(text)).toBeLessThanOrEqual(room);
        expect(y).toBeLessThanOrEqual(layout.height);
      }
    }),
  );
});
