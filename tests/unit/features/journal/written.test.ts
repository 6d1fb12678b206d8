import fc from 'fast-check';
import { expect, test } from 'vitest';

import {
  draftOf,
  followed,
  isNothing,
  leftAfter,
  nothingWritten,
  parseWritten,
  serialiseWritten,
} from '#core/features/journal/written.ts';

const names = fc.array(fc.string());
const written = fc.record({
  text: fc.string({ minLength: 1 }).filter((text) => text.trim() !== ''),
  title: fc.string(),
  feelings: names,
  tags: names,
  at: fc.option(fc.integer()),
  zone: fc.constantFrom('', 'Europe/Berlin'),
  isPrivate: fc.boolean(),
});

test('a draft comes back as it was left', () => {
  fc.assert(
    fc.property(written, (draft) => {
      expect(parseWritten(serialiseWritten(draft))).toEqual(draft);
    }),
  );
});

test('a draft with nothing in it but a chosen time is nothing to keep', () => {
  expect(
    serialiseWritten({ ...nothingWritten, text: ' \n', at: 5, zone: 'UTC', isPrivate: true }),
  ).toBe('');
  expect(parseWritten('')).toEqual(nothingWritten);
  expect(isNothing({ ...nothingWritten, feelings: ['calm'] })).toBe(false);
});

test.each(['plain words', '"quoted"', '[1]', '{"text": 4, "feelings": "x"}'])(
  'a kept draft of %s opens without harm',
  (kept) => {
    const { text, feelings } = parseWritten(kept);
    expect(text).toBe(kept.startsWith('{') ? '' : kept);
    expect(feelings).toEqual([]);
  },
);

test('a space just typed stays when the words are kept without it', () => {
  const typed = { ...nothingWritten, text: 'half a ' };
  expect(followed(typed, { ...nothingWritten, text: 'half a' }).text).toBe('half a ');
  expect(followed(typed, { ...nothingWritten, text: 'only half a' }).text).toBe('only half a ');
});

test('what was typed on while a note was being kept is still there after', () => {
  expect(leftAfter('tea', 'tea')).toBe('');
  expect(leftAfter('tea', 'tea and')).toBe(' and');
  expect(leftAfter('tea', 'rain')).toBe('rain');
});

test('an entry without a chosen time happens when it is kept, where the person is then', () => {
  const now = { at: 9, zone: 'Asia/Tokyo' };
  expect(draftOf(nothingWritten, now)).toMatchObject(now);
  expect(draftOf({ ...nothingWritten, at: 5, zone: 'UTC' }, now)).toMatchObject({
    at: 5,
    zone: 'UTC',
  });
});
