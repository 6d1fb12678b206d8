import { expect, test } from 'vitest';

import { paperEntries, textOf } from '#core/app/session-entries.ts';
import { cardModel } from '#core/app/card-picture.ts';
import { strikesOf } from '#core/features/session/strikes.ts';

const wordOf = (feeling: string): string => feeling;
const plain = { ...cardModel, id: 'entry:plain', title: 'A call', text: 'Ana called.' };
const closed = { ...plain, id: 'entry:closed', level: 2 as const };
const nothing = { chosen: new Set<string>(), strikes: new Map() };

test('no entry is on the page until it was chosen', () => {
  expect(paperEntries([plain, closed], nothing, new Set(), wordOf)).toEqual([]);
});

test('an entry stands there with its title and feelings, without what was struck', () => {
  const text = textOf(plain, wordOf);
  const chosen = {
    chosen: new Set([plain.id]),
    strikes: new Map([[plain.id, strikesOf(text, [1, 2])]]),
  };
  const [shown] = paperEntries([plain], chosen, new Set(), wordOf);
  expect(shown?.lines).toEqual(['A […]', '[…] called.', 'calm']);
});

test('a private one is there only when it was asked for just now, whatever was kept', () => {
  const kept = { ...nothing, chosen: new Set([closed.id]) };
  expect(paperEntries([closed], kept, new Set(), wordOf)).toEqual([]);
  expect(paperEntries([closed], nothing, new Set([closed.id]), wordOf)).toHaveLength(1);
});

test('one whose words changed since some were struck stays off', () => {
  const strikes = new Map([[plain.id, strikesOf('Other words.', [0])]]);
  const chosen = { chosen: new Set([plain.id]), strikes };
  expect(paperEntries([plain], chosen, new Set(), wordOf)).toEqual([]);
});
