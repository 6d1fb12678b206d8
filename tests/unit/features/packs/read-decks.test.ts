/** Decks of a pack's own, as a stranger may have made them. */
import { expect, test } from 'vitest';

import { readPack } from '#core/features/packs/read-pack.ts';
import { utf8 } from '#core/kernel/bytes.ts';

import { known } from './known.ts';

const read = (pack: unknown) => readPack(utf8(JSON.stringify(pack)), known);
const refusalOf = (pack: unknown) => {
  const result = read(pack);
  return result.ok ? null : { why: result.error.why, at: result.error.at.join('.') };
};

const line = { id: 'one', deck: 'deck-mum', text: 'Tea first.' };
const pack = {
  ...{ format: 'comma-pack', version: 1, id: 'a-pack-of-mine', edition: 1 },
  ...{ name: 'Small things', by: 'Sam', lines: [line] },
};
const deck = { id: 'deck-mum', title: 'Before Mum', area: 'kindness' };
const withDeck = (change: object): object => ({
  ...pack,
  decks: [{ ...deck, ...change }],
});
const withLine = (change: object): object => ({ ...withDeck({}), lines: [{ ...line, ...change }] });
const drawing = (change: object): object => ({
  ...{ id: 'a-line', kind: 'guided', title: 'One line', about: 'A line to go with.' },
  ...{ area: 'body', minutes: 1, steps: [{ k: 'line', deck: 'deck-mum' }], ...change },
});

test.each<[string, string, object]>([
  ['deck', 'lines.0.deck', withLine({ deck: 'letters' })],
  ['deck', 'lines.0.deck', pack],
  ['deck', 'practices.0.steps.0', { ...pack, lines: [], practices: [drawing({})] }],
  ['missing', 'lines.0.deck', withLine({ deck: undefined })],
  ['deckEmpty', 'decks.0', { ...withDeck({}), lines: [{ ...line, deck: 'warmth' }] }],
  ['nothing', 'decks', { ...withDeck({}), lines: [] }],
  ['spelling', 'decks.0.id', withDeck({ id: 'worth' })],
  ['sameId', 'lines.0.id', withLine({ id: 'deck-mum' })],
  ['notOne', 'decks.0.area', withDeck({ area: 'politics' })],
  ['long', 'decks.0.title', withDeck({ title: 'Mum '.repeat(11).trim() })],
  ['long', 'decks', { ...pack, decks: Array.from({ length: 13 }, () => deck) }],
  ['link', 'decks.0.about', withDeck({ about: 'See www.mum.example' })],
  ['helpName', 'decks.0.title', withDeck({ title: 'The SarnarItans' })],
  ['commaName', 'decks.0.title', withDeck({ title: 'The Comma team' })],
  ['area', 'decks.0', withDeck({ about: 'For more libido.' })],
  ['area', 'lines.0', withLine({ text: 'Sex is fine.' })],
  ['tells', 'decks.0', withDeck({ area: 'shame', title: 'My shame' })],
  ['tells', 'name', { ...withDeck({ level: 2 }), name: 'For therapy' }],
])('a pack is refused for its deck: %s at %s', (why, at, changed) => {
  expect(refusalOf(changed)).toEqual({ why, at });
});

test('a deck about intimacy may speak of it, and only practices about it draw from it', () => {
  const close = { ...withDeck({ area: 'intimacy' }), lines: [{ ...line, text: 'Sex is fine.' }] };
  expect(refusalOf(close)).toBeNull();
  expect(refusalOf({ ...close, practices: [drawing({})] })).toEqual({
    ...{ why: 'deck', at: 'practices.0.steps.0' },
  });
  expect(refusalOf({ ...close, practices: [drawing({ area: 'intimacy' })] })).toBeNull();
});

test('a deck that is called like one of Comma’s own, however it is spelt, is pointed at', () => {
  for (const title of ['A Truer Line.', 'A truer Iine'])
    expect(read(withDeck({ title }))).toMatchObject({
      ok: true,
      value: { sameName: ['deck-mum'] },
    });
});

test('lines of a deck of the pack’s own need not fit one of Comma’s', () => {
  expect(refusalOf(withLine({ text: 'Tea first, words later' }))).toBeNull();
});
