import { expect, test } from 'vitest';

import { areas } from '#core/content/practice.ts';
import { chosenOf, isLeft, offersOf, turned, type Offers } from '#core/features/packs/choosing.ts';
import type { TakenDeck } from '#core/features/packs/deck-records.ts';
import type { Pack } from '#core/features/packs/pack-schema.ts';
import type { TakenOf } from '#core/features/packs/standing.ts';

const pack: Pack = {
  ...{ format: 'comma-pack', version: 1, id: 'a-pack-of-mine', edition: 1 },
  ...{ name: 'Small things', by: 'Sam' },
  decks: [{ id: 'deck-mum', title: 'Mum', area: 'shame' }],
  lines: [
    { id: 'door', deck: 'deck-mum', text: 'I can leave.' },
    { id: 'tea', deck: 'deck-mum', text: 'Tea first.' },
    { id: 'rest', deck: 'warmth', text: 'Rest is allowed.' },
  ],
};
const nothing: TakenOf = {
  ...{ pack: null, practices: [], decks: [], lines: [], notes: [], people: [] },
};
const offers: Offers = offersOf(pack, nothing, areas);

const after = (of: Offers, ...turns: readonly (readonly [string, boolean])[]) => {
  const left = turns.reduce<readonly string[]>(
    (before, [id, on]) => turned(of, before, id, on),
    [],
  );
  return { chosen: [...chosenOf(of, left)], isLeft: (id: string) => isLeft(of, left, id) };
};

test('everything that is new is picked, a deck with all its lines', () => {
  expect(after(offers).chosen).toEqual(['deck-mum', 'door', 'tea', 'rest']);
});

test('a deck that is left out takes its lines with it, and brings them back', () => {
  const left = after(offers, ['deck-mum', false]);
  expect(left.chosen).toEqual(['rest']);
  expect(left.isLeft('tea')).toBe(true);
  const back = after(offers, ['deck-mum', false], ['deck-mum', true]);
  expect(back.chosen).toEqual(['deck-mum', 'door', 'tea', 'rest']);
});

test('one line of a deck that was left out brings the deck and no other line', () => {
  expect(after(offers, ['deck-mum', false], ['tea', true]).chosen).toEqual([
    ...['deck-mum', 'tea', 'rest'],
  ]);
});

test('a deck all of whose lines are left out is left out, and turned on it has them all', () => {
  const none = after(offers, ['door', false], ['tea', false]);
  expect(none.chosen).toEqual(['rest']);
  expect(none.isLeft('deck-mum')).toBe(true);
  const back = after(offers, ['door', false], ['tea', false], ['deck-mum', true]);
  expect(back.chosen).toEqual(['deck-mum', 'door', 'tea', 'rest']);
});

test('with its area off a deck is not offered, nor are its lines, and it counts as one thing', () => {
  const off = offersOf(pack, nothing, ['kindness']);
  expect([...chosenOf(off, [])]).toEqual(['rest']);
  expect(off.off).toBe(1);
});

test('of a deck that is here, its new title can be left while its lines are taken', () => {
  const here: TakenDeck = {
    ...{ id: 'deck-x', record: 'pack-deck:x', pack: 'x', by: 'Sam', item: 'deck-mum', place: 0 },
    ...{ made: 'Mother', title: 'Mother', about: '', area: 'shame', level: 2, gone: false },
  };
  const newer = offersOf(pack, { ...nothing, decks: [here] }, areas);
  expect(newer.decks.map(({ standing }) => standing)).toEqual(['changed']);
  const kept = after(newer, ['deck-mum', false]);
  expect(kept.chosen).toEqual(['door', 'tea', 'rest']);
  expect(kept.isLeft('tea')).toBe(false);
});
