import { expect, test } from 'vitest';

import {
  afterSession,
  parseChoices,
  sessionId,
  withEntry,
  withoutQuestion,
  withoutQuestions,
  withQuestion,
  withSection,
  withStrikes,
} from '#core/features/session/choices.ts';
import { usualPaper } from '#core/features/session/paper.ts';
import { daysOf, periodOf } from '#core/features/session/period.ts';
import { SessionState } from '#core/features/session/session.svelte.ts';
import { strikesOf } from '#core/features/session/strikes.ts';
import type { Json } from '#core/kernel/json.ts';
import { Ahead } from '#core/vault/ahead.svelte.ts';

import { testVault } from '../../../support/vault.ts';

const parsed = (fields: Record<string, Json>): ReturnType<typeof parseChoices> =>
  parseChoices({ id: sessionId, fields, text: '' });

const own = { period: 'own', last: null, from: null, until: null } as const;

test.each([
  ['7', { from: '2026-11-21', until: '2026-11-27' }],
  ['14', { from: '2026-11-14', until: '2026-11-27' }],
  ['90', { from: '2026-08-30', until: '2026-11-27' }],
  ['since', { from: '2026-11-14', until: '2026-11-27' }],
] as const)('%s days end today', (period, days) => {
  expect(periodOf({ ...own, period }, '2026-11-27')).toEqual(days);
});

test('since the last session begins on the day of it', () => {
  const period = periodOf({ ...own, period: 'since', last: '2026-11-20' }, '2026-11-27');
  expect(period).toEqual({ from: '2026-11-20', until: '2026-11-27' });
  expect(daysOf(period)).toHaveLength(8);
});

test('days told the wrong way round are put in order, and a page is of a year at most', () => {
  expect(periodOf({ ...own, from: '2026-11-20', until: '2026-11-01' }, '2026-11-27')).toEqual({
    from: '2026-11-01',
    until: '2026-11-20',
  });
  const long = periodOf({ ...own, from: '2001-01-01', until: '2026-11-20' }, '2026-11-27');
  expect(daysOf(long)).toHaveLength(366);
});

test('what was chosen is read back, and what cannot be read is left out', () => {
  const strikes = strikesOf('some words', [1]);
  const choices = parsed({
    period: '28',
    ...withSection('figures', false),
    ...withSection('raster', true),
    ...withEntry('entry:a', true),
    ...withEntry('entry:b', false),
    ...withStrikes('entry:a', strikes),
    ...withQuestion('2', 'And why?', 20),
    ...withQuestion('1', 'How long?', 10),
    ...withoutQuestion('0'),
    'question.3': { text: 7 },
    'struck.entry:c': { of: 'x', words: ['y'] },
    paper: 'papyrus',
    name: 'Ana',
  });
  expect(choices).toMatchObject({ period: '28', paper: null, name: 'Ana', short: false });
  expect([...choices.without]).toEqual(['figures']);
  expect([...choices.chosen]).toEqual(['entry:a']);
  expect([...choices.strikes]).toEqual([['entry:a', strikes]]);
  expect(choices.questions.map(({ text }) => text)).toEqual(['How long?', 'And why?']);
});

test('after a session the next page begins there, without an entry, and the questions stay until they are cleared', () => {
  const before = {
    ...withEntry('entry:a', true),
    ...withStrikes('entry:a', strikesOf('some words', [1])),
    ...withQuestion('1', 'How long?', 10),
  };
  const fields = { ...before, ...afterSession(parsed(before), '2026-11-27') };
  expect(parsed(fields)).toMatchObject({ period: 'since', last: '2026-11-27' });
  expect(parsed(fields).chosen.size + parsed(fields).strikes.size).toBe(0);
  expect(parsed(fields).questions).toHaveLength(1);
  const cleared = { ...fields, ...withoutQuestions(parsed(fields)) };
  expect(parsed(cleared).questions).toEqual([]);
  expect(JSON.stringify(cleared)).not.toContain('How long');
});

test.each([
  [['en-US'], 'letter'],
  [['fr-CA', 'fr'], 'letter'],
  [['es-419', 'es-MX'], 'letter'],
  [['en-GB', 'en-US'], 'a4'],
  [['en'], 'a4'],
  [[], 'a4'],
] as const)('the usual paper of %j is %s', (languages, paper) => {
  expect(usualPaper(languages)).toBe(paper);
});

test('two choices made at once are both kept, and no word of them stands outside the seal', async () => {
  const vault = await testVault();
  const session = new SessionState(vault, new Ahead(vault));
  await Promise.all([
    session.set(withQuestion('1', 'How long?', 10)),
    session.set(withEntry('entry:a', true)),
  ]);
  const item = await vault.read(sessionId);
  const choices = parsed({ ...item?.fields });
  expect(choices.questions).toHaveLength(1);
  expect(choices.chosen.has('entry:a')).toBe(true);
  const rows = await vault.db.rec.toArray();
  const seen = rows.map(({ id, wire, day, kind }) => [id, wire, day, kind].join(' ')).join(' ');
  expect(seen).not.toMatch(/How|entry/);
});
