import { expect, test } from 'vitest';

import { textOfFile } from '#core/features/anchors/imports/decode.ts';
import { concat, utf8 } from '#core/kernel/bytes.ts';

const utf16 = (text: string, swap: boolean): Uint8Array =>
  Uint8Array.from(
    Array.from(text).flatMap((letter) => {
      const code = letter.charCodeAt(0);
      const [low, high] = [code & 0xff, code >> 8];
      return swap ? [high, low] : [low, high];
    }),
  );

const said = (bytes: Uint8Array): string => {
  const text = textOfFile(bytes);
  return text.ok ? text.value : text.error.type;
};

test.each([
  ['UTF-8', utf8('é,b')],
  ['UTF-8 with a mark', utf8('\uFEFFé,b')],
  ['UTF-16 with a mark', utf16('\uFEFFé,b', false)],
  ['UTF-16, the other way round', utf16('\uFEFFé,b', true)],
  ['UTF-16 without a mark', utf16('é,b', false)],
  ['UTF-16 without a mark, the other way round', utf16('é,b', true)],
])('a file in %s is read', (_encoding, bytes) => {
  expect(said(bytes)).toBe('é,b');
});

test('what is no text, or text that cannot be told for certain, is refused', () => {
  expect(said(utf8(''))).toBe('empty');
  expect(said(utf8(' \r\n\n'))).toBe('empty');
  expect(said(new Uint8Array([0x61, 0xe9, 0x2c, 0x62]))).toBe('encoding');
  expect(said(concat(utf8('a,b\n'), new Uint8Array([0]), utf8('c')))).toBe('notText');
  expect(said(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 0x0d]))).toBe('notText');
});
