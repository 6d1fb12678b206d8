/**
 * Days on which other break timers, at their defaults, offered nothing or the wrong thing, as whole
 * scenarios: everything here goes through the reader, the simulated computer and the engine.
 */
import { expect, test } from 'vitest';

import { type LedgerRow } from '#core/features/pauses/ledger.ts';
import { simulate } from '#core/features/pauses/simulate.ts';
import { readScenario } from '#core/features/pauses/simulation/read-scenario.ts';

function ledgerOf(more: object): LedgerRow[] {
  const day = {
    zone: 'Europe/Berlin',
    start: '2026-11-23T09:00',
    length: '8h',
    hours: '00:00-24:00',
  };
  const read = readScenario(JSON.stringify({ ...day, answerAfter: '0s', ...more }));
  if (!read.ok) throw new Error(read.error.join('\n'));
  return simulate(read.value.scenario);
}

const count = (rows: readonly LedgerRow[], verdict: string, prompt = ''): number =>
  rows.filter((row) => row.verdict === verdict && (row.slot ?? '').includes(`slot:${prompt}`))
    .length;

/** Stretchly's own rhythm, so that the days compare: 20 s every 10 minutes, 5 minutes every 30. */
const rhythm = {
  prompts: [
    { id: 'long', every: 30, length: 300 },
    { id: 'mini', every: 10, length: 20 },
  ],
};

test('T54: undisturbed, eight hours at that rhythm have their mini and their long pauses', () => {
  const rows = ledgerOf(rhythm);
  expect(count(rows, 'taken', 'long')).toBe(13);
  expect(count(rows, 'taken', 'mini')).toBeGreaterThanOrEqual(26);
});

test.each([25, 9])('T32: a quiet minute in every %i delays pauses and starves none', (every) => {
  const quiet = { at: `+${every - 1}m`, type: 'quiet on', for: '1m', every: `${every}m` };
  const rows = ledgerOf({ ...rhythm, events: [quiet] });
  expect(count(rows, 'taken', 'long')).toBe(13);
  expect(count(rows, 'taken', 'mini')).toBeGreaterThanOrEqual(25);
  expect(count(rows, 'passed over')).toBe(0);
});

test('T31: a screen locked for half a minute every 29 costs no long pause', () => {
  const lock = { at: '+28m 30s', type: 'lock', for: '30s', every: '29m' };
  const rows = ledgerOf({ ...rhythm, events: [lock] });
  expect(count(rows, 'taken', 'long')).toBe(13);
});

test('T29: reading with one touch every six minutes has its pauses', () => {
  const rows = ledgerOf({ events: [{ at: '+6m', type: 'touch', every: '6m' }] });
  expect(count(rows, 'taken')).toBeGreaterThanOrEqual(8);
});

test('T28: walks of four minutes every twelve are the pauses', () => {
  const walk = { at: '+8m', type: 'idle', for: '4m', every: '12m' };
  const rows = ledgerOf({ events: [walk] });
  expect(count(rows, 'shown')).toBe(0);
  // The last of the forty walks ends with the day.
  expect(count(rows, 'rest credited')).toBe(39);
});

test('T08: a lid closed for four minutes at the 26th is the pause, and nothing comes at waking', () => {
  const lid = { at: '+26m', type: 'sleep', for: '4m' };
  const rows = ledgerOf({ prompts: [{ every: 28, length: 120 }], length: '59m', events: [lid] });
  expect(rows.map(({ verdict }) => verdict)).toEqual(['rest credited', 'shown']);
});

test('T12: a clock set back an hour after 20 minutes delays the pause by nothing', () => {
  const back = { at: '+20m', type: 'clock', by: '-1h' };
  const rows = ledgerOf({ prompts: [{ every: 28, length: 120 }], length: '29m', events: [back] });
  expect(rows.map(({ verdict }) => verdict)).toEqual(['clock changed', 'shown']);
});

test('T23: a night shift on Fridays has its pauses up to Saturday morning, and none the next night', () => {
  const rows = ledgerOf({
    start: '2026-11-27T21:00',
    length: '40h',
    hours: { fri: '22:00-06:00' },
  });
  const shown = rows.filter(({ verdict }) => verdict === 'shown');
  const hours = shown.map(({ at }) => new Date(at).toISOString().slice(8, 13));
  expect(hours).toEqual([
    '27T21',
    '27T22',
    '27T23',
    '28T00',
    '28T01',
    '28T02',
    '28T02',
    '28T03',
    '28T04',
  ]);
});

test.each([
  ['as often as the gap is long', 5],
  ['more often than the gap', 15],
])('a prompt that comes %s does not starve another one', (_, gapMinutes) => {
  const prompts = [{ every: 5 }, { id: 'tea', cadence: 'clock', times: '10:00 12:00 14:00' }];
  const rows = ledgerOf({ prompts, settings: { gapMinutes } });
  expect(count(rows, 'taken', 'tea')).toBe(3);
  expect(count(rows, 'taken', 'main')).toBeGreaterThan(60);
});
