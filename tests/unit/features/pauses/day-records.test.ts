import { expect, test } from 'vitest';

import {
  factFields,
  ledgerFields,
  parseFacts,
  parseLedger,
} from '#core/features/pauses/day-records.ts';
import type { PauseFact } from '#core/features/pauses/events.ts';
import type { LedgerRow } from '#core/features/pauses/ledger.ts';

const rows: LedgerRow[] = [
  { id: 'slot:a:shown:5', at: 5, slot: 'slot:a', verdict: 'shown', detail: {} },
  { id: 'slot:a:end', at: 9, slot: 'slot:a', verdict: 'taken', detail: { seconds: 60 } },
];
const facts: PauseFact[] = [
  { type: 'took', slot: 'slot:a', from: 1, until: 9 },
  { type: 'rested', slot: 'slot:d', from: 1, until: 9 },
  { type: 'letGo', slot: 'slot:b', at: 4 },
  { type: 'notToday', slot: 'slot:e', at: 4, day: '2026-11-22' },
  { type: 'snoozed', slot: 'slot:f', at: 4, until: 9 },
  { type: 'call', at: 3, until: 30 },
  { type: 'seen', what: 'meeting', at: 3, until: 30 },
  { type: 'seen', what: 'sharing', at: 4, until: 30 },
  { type: 'seen', what: 'sharing', device: 'desk', at: 4, until: 4 },
  { type: 'anchor', anchor: 'woke', at: 2, told: 3 },
  { type: 'anchor', anchor: 'ate', at: 3, told: 4 },
  { type: 'quiet', at: 3, until: 30, by: 'clock' },
];

test('decisions come back as they were kept, oldest first', () => {
  expect(parseLedger(ledgerFields(rows.toReversed()))).toEqual(rows);
});

test('facts of every kind come back as they were told', () => {
  expect(parseFacts(factFields(facts, null))).toEqual(
    facts.map((fact) => ({ fact, behind: null })),
  );
  expect(parseFacts(factFields(facts, -5))).toEqual(facts.map((fact) => ({ fact, behind: -5 })));
});

test('two facts about different slots never share a field', () => {
  const again: PauseFact = { type: 'took', slot: 'slot:c', from: 2, until: 8 };
  expect(Object.keys(factFields([...facts, again], null))).toHaveLength(facts.length + 1);
});

test('what a later version wrote is left out, not guessed', () => {
  expect(parseFacts({ 'fact.flew': { type: 'flew' }, 'fact.took:x': { type: 'took' } })).toEqual(
    [],
  );
  expect(parseLedger({ 'row.x': { at: 'noon' }, day: '2026-11-22' })).toEqual([]);
});
