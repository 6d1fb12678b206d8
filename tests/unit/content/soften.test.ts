import { expect, test } from 'vitest';

import { softened, unfinished } from '#core/content/soften.ts';

test.each([
  ['I ruined it again.', ', and I am learning.', 'I ruined it again, and I am learning.'],
  ['I ruined it again', 'and I am learning', 'I ruined it again, and I am learning.'],
  ['  Why am I like this?! ', ' , or so it feels.', 'Why am I like this, or so it feels.'],
  ['I am too much …', ', am I?', 'I am too much, am I?'],
  ['Ich kann nichts.', ', noch nicht.', 'Ich kann nichts, noch nicht.'],
])('%s goes on with %s', (harsh, ending, whole) => {
  expect(softened(harsh, ending)).toBe(whole);
});

test('without an ending the sentence stays as the person typed it', () => {
  expect(softened(' I ruined it. ', ' , ')).toBe('I ruined it.');
});

test('marks inside the sentence stay', () => {
  expect(unfinished('I said 3.5, twice: no.')).toBe('I said 3.5, twice: no');
});
