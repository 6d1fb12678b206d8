import { versions } from '../../support/records.ts';

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';

import type { Bytes } from '#core/kernel/bytes.ts';
import { createYjsBodies, yjsBodies } from '#core/vault/body-text.ts';

const written = (text: string, onto?: Bytes): Bytes => createYjsBodies().write(onto, text).body;
const merged = (base: string, one: string, other: string): string => {
  const shared = written(base);
  return yjsBodies.read(yjsBodies.merge(written(one, shared), written(other, shared)));
};

test('a body reads as what was written, its edges trimmed', () => {
  fc.assert(
    fc.property(fc.array(fc.string({ unit: 'binary' }), { minLength: 1 }), (texts) => {
      let body: Bytes | undefined;
      for (const text of texts) {
        const next = yjsBodies.write(body, text);
        expect(next.text).toBe(text.trim());
        expect(yjsBodies.read(next.body)).toBe(text.trim());
        body = next.body;
      }
    }),
  );
});

describe('two people writing at once', () => {
  test.each([
    ['in different places', 'a b c', 'a x b c', 'a b y c', ['a', 'x', 'b', 'y', 'c']],
    ['at one place', 'a b', 'a x b', 'a y b', ['a', 'x', 'y', 'b']],
    ['before the first word', 'a b', 'x a b', 'y a b', ['x', 'y', 'a', 'b']],
    ['into nothing', '', 'one', 'two', ['one', 'two']],
    ['where the other deletes', 'a b c', 'a c', 'a b x c', ['a', 'x', 'c']],
    ['while the first word goes', 'foo baz', 'baz', 'foo q baz', ['q', 'baz']],
    ['while a line is broken', 'a b', 'a\nb', 'a x b', ['a', 'x', 'b']],
    ['Chinese', '你好世界', '你好啊世界', '你好世界吧', ['你好啊世界吧']],
    ['Thai', 'กขค', 'กงขค', 'กขคจ', ['กงขคจ']],
    ['emoji', '🙂 a', '🙂👩‍👩‍👧 a', '🙂 a 🇩🇪', ['🙂👩‍👩‍👧', 'a', '🇩🇪']],
  ])('%s lose no word', (_, base, one, other, expected) => {
    const words = merged(base, one, other).split(/\s+/);
    expect(words.toSorted()).toEqual(expected.toSorted());
  });
});

test('letters and emoji of several parts are never taken apart', () => {
  const both = merged('👨‍👩‍👧 น้ำ が', '👨‍👩‍👦 น้ำ が', '👨‍👩‍👧 น้ อ がx');
  expect(both).not.toContain('\ufffd');
  expect(both).toContain('👨‍👩‍👦');
  for (const part of new Intl.Segmenter().segment(both))
    expect(part.segment).not.toMatch(/^[\p{M}\u200d]/u);
});

test('every word that both sides keep or add is there once, whatever they do', () => {
  const edit = fc.array(fc.tuple(fc.boolean(), fc.nat(12)), { maxLength: 6 });
  fc.assert(
    fc.property(fc.nat(8), edit, edit, (length, mine, theirs) => {
      const base = Array.from({ length }, (_, at) => `w${at}`);
      const apply = (steps: [boolean, number][], name: string): string[] =>
        steps.reduce<string[]>(
          (words, [add, at], count) =>
            add ? words.toSpliced(at, 0, `${name}${count}`) : words.toSpliced(at, 1),
          base,
        );
      const [one, other] = [apply(mine, 'm'), apply(theirs, 't')];
      const expected = new Set([...one, ...other]);
      for (const word of base)
        if (!one.includes(word) || !other.includes(word)) expected.delete(word);
      const words = merged(base.join(' '), one.join(' '), other.join(' ')).split(/\s+/);
      expect(words.filter(Boolean).toSorted()).toEqual([...expected].toSorted());
    }),
    { numRuns: 300 },
  );
});

test('covers agrees with what Yjs says after really merging', () => {
  const oracle = (a: Bytes, b: Bytes): boolean => {
    const [alone, both] = [new Y.Doc(), new Y.Doc()];
    Y.applyUpdateV2(alone, a);
    Y.applyUpdateV2(both, a);
    Y.applyUpdateV2(both, b);
    return Y.equalSnapshots(Y.snapshot(alone), Y.snapshot(both));
  };
  fc.assert(
    fc.property(versions({ erase: false }), ([{ body: a }, { body: b }]) => {
      fc.pre(a !== undefined && b !== undefined);
      expect(yjsBodies.covers(a, b)).toBe(oracle(a, b));
      expect(yjsBodies.covers(yjsBodies.merge(a, b), a)).toBe(true);
    }),
    { numRuns: 300 },
  );
});

test('half an emoji becomes a replacement sign, in the text and in the body alike', () => {
  const { body, text } = yjsBodies.write(undefined, 'cut \ud83d');
  expect(text).toBe('cut \ufffd');
  expect(yjsBodies.read(body)).toBe(text);
});

test('what was seen is known word by word', () => {
  const shared = written('one');
  const seen = yjsBodies.seen(shared);
  expect(yjsBodies.holdsUnseen(shared, seen)).toBe(false);
  expect(yjsBodies.holdsUnseen(undefined, yjsBodies.seen(undefined))).toBe(false);
  expect(yjsBodies.holdsUnseen(written('one two', shared), seen)).toBe(true);
  expect(yjsBodies.holdsUnseen(shared, yjsBodies.seen(undefined))).toBe(true);
});

test('saving the same text again leaves the very same bytes', () => {
  const body = written('one two');
  expect(yjsBodies.write(body, ' one two\n').body).toBe(body);
});

test('a writing session is one author, and a fork of it is another', () => {
  const bodies = createYjsBodies();
  const authors = (body: Bytes): number => Y.decodeStateVector(yjsBodies.seen(body)).size;
  const one = bodies.write(undefined, 'one').body;
  const two = bodies.write(one, 'one two').body;
  expect(authors(two)).toBe(1);
  // As after a save that did not go through: the same clocks may not name other words.
  const fork = bodies.write(one, 'one three').body;
  expect(authors(fork)).toBe(2);
  expect(yjsBodies.read(yjsBodies.merge(two, fork)).split(' ').toSorted()).toEqual([
    'one',
    'three',
    'two',
  ]);
});

test('a paste of 100 kB, more than 65,536 different words included, comes out whole', () => {
  const paste = Array.from({ length: 14_000 }, (_, at) => `word${at}`).join(' ');
  expect(paste.length).toBeGreaterThan(100_000);
  const body = written(`before ${paste} after`, written('before after'));
  expect(yjsBodies.read(body)).toBe(`before ${paste} after`);

  const many = Array.from({ length: 70_000 }, (_, at) => at.toString(36));
  const shifted = many.toSpliced(10, 1).toSpliced(69_000, 1, 'x-y');
  const next = written(shifted.join(' '), written(many.join(' ')));
  expect(yjsBodies.read(next)).toBe(shifted.join(' '));
});
