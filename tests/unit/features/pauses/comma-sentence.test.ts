import fc from 'fast-check';
import { expect, test } from 'vitest';

import { continued, soften, unfinished } from '#core/features/pauses/comma-sentence.ts';

test.each([
  ['I always spoil everything.', 'I always spoil everything,'],
  ['  I always spoil everything  ', 'I always spoil everything,'],
  ['Why am I like this?!', 'Why am I like this,'],
  ['I give up…', 'I give up,'],
  ['I give up...', 'I give up,'],
  ['“I am too much.”', 'I am too much,'],
  ['She said: "never".', 'She said: "never",'],
  ['"No", I said, "never."', '"No", I said, "never",'],
  ['It was the boys’.', 'It was the boys’,'],
  ['I am tired. 😞', 'I am tired,'],
  ['I am tired 👩🏽‍💻!', 'I am tired,'],
  ['I am (too) loud', 'I am (too) loud,'],
  ['I spent 3.50 again.', 'I spent 3.50 again,'],
  ['I am late,', 'I am late,'],
  ['It is over –', 'It is over,'],
  ['أنا لا أكفي.', 'أنا لا أكفي،'],
  ['لماذا أنا هكذا؟', 'لماذا أنا هكذا،'],
  ['私はだめだ。', '私はだめだ、'],
  ['「私はだめだ。」', '私はだめだ、'],
  ['我不够好。', '我不够好，'],
  ['मैं काफ़ी नहीं हूँ।', 'मैं काफ़ी नहीं हूँ,'],
  ['', ''],
  ['   ', ''],
  ['🈲', '🈲'],
  ['…', '…'],
])('%j softens to %j', (sentence, soft) => {
  expect(soften(sentence)).toBe(soft);
});

test('a quote inside the sentence keeps its partner', () => {
  expect(soften('They call me "slow" here.')).toBe('They call me "slow" here,');
});

test.each([
  ['I am late.', 'and I am on my way', 'I am late, and I am on my way.'],
  ['I am late.', ', and I am learning.', 'I am late, and I am learning.'],
  ['I am late.', '  ', 'I am late,'],
  ['I am late', 'and so what!', 'I am late, and so what!'],
  ['', 'and I am here', 'and I am here'],
  ['私はだめだ。', 'でも学んでいる', '私はだめだ、でも学んでいる。'],
  ['أنا لا أكفي.', 'وأنا أتعلم', 'أنا لا أكفي، وأنا أتعلم.'],
])('%j going on with %j is %j', (sentence, rest, whole) => {
  expect(continued(sentence, rest)).toBe(whole);
});

test('softening twice is softening once, for anything a person can type', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (sentence) => {
      const soft = soften(sentence);
      expect(soften(soft)).toBe(soft);
    }),
  );
});

test('the words themselves are never changed, only what stands after them', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('I', 'am', 'not', 'enough', 'أنا', '私', 'é'), { minLength: 1 }),
      fc.constantFrom('', '.', '!', '?', '…', '。', ' 🙃', '؟'),
      (words, mark) => {
        expect(unfinished(words.join(' ') + mark)).toBe(words.join(' '));
      },
    ),
  );
});
