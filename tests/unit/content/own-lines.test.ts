import { expect, test } from 'vitest';

import { libraryFor } from '#core/content/library.ts';
import { withOwnLines } from '#core/content/own-lines.ts';

const { worth, body } = libraryFor(['en']).decks;

test('a deck nobody touched is itself', () => {
  expect(withOwnLines(worth, []).map(({ id, text, level }) => ({ id, text, level }))).toEqual(
    worth.lines,
  );
});

test('a reworded line keeps its id and its place, and is private from then on', () => {
  const deck = withOwnLines(body, [{ id: 'body-02', deck: 'body', text: ' Breath is here. ' }]);
  expect(deck[1]).toEqual({
    id: 'body-02',
    text: 'Breath is here.',
    level: 1,
    own: false,
    hidden: false,
    favourite: false,
  });
});

test('rewording to nothing brings the original back', () => {
  const deck = withOwnLines(body, [{ id: 'body-02', deck: 'body', text: '  ' }]);
  expect(deck[1]?.text).toBe(body.lines[1]?.text);
});

test('hidden and favoured lines stay in the list with their marks', () => {
  const deck = withOwnLines(worth, [
    { id: 'worth-01', deck: 'worth', hidden: true },
    { id: 'worth-02', deck: 'worth', favourite: true },
  ]);
  expect(deck).toHaveLength(worth.lines.length);
  expect(deck[0]?.hidden).toBe(true);
  expect(deck[1]?.favourite).toBe(true);
});

test('own lines follow the deck, only in the deck they were written for, and never outside the app', () => {
  const mine = { id: 'mine', deck: 'worth', text: 'Tea first.' } as const;
  expect(withOwnLines(worth, [mine]).at(-1)).toEqual({
    id: 'mine',
    text: 'Tea first.',
    level: 1,
    own: true,
    hidden: false,
    favourite: false,
  });
  expect(withOwnLines(body, [mine])).toHaveLength(body.lines.length);
});

test('an own line without words is no line', () => {
  expect(withOwnLines(worth, [{ id: 'mine', deck: 'worth', text: ' ' }])).toHaveLength(
    worth.lines.length,
  );
  expect(withOwnLines(worth, [{ id: 'mine', deck: 'worth', favourite: true }])).toHaveLength(
    worth.lines.length,
  );
});
