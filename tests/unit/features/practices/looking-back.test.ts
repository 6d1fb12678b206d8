import { expect, test } from 'vitest';

import { practicesFor } from '#core/content/practices.ts';
import { heatByMonth, kindEnds } from '#core/features/practices/looking-back.ts';
import { dayOf } from '#core/kernel/civil-time.ts';

const run = (
  day: string,
  heat: number,
  practice = 'where-it-speaks',
): Parameters<typeof heatByMonth>[0][number] => ({
  practice,
  startedAt: Date.parse(`${day}T12:00Z`),
  scales: { heat },
});

const days = (at: number): string => dayOf(at, 'UTC');

test('the heat of a month is the middle of its notes, with how many there were', () => {
  const runs = [
    run('2026-11-02', 8),
    run('2026-10-30', 7),
    run('2026-11-03', 3),
    run('2026-11-09', 4),
    run('2026-10-01', 4),
  ];
  const months = [
    { month: '2026-10', median: 5.5, count: 2 },
    { month: '2026-11', median: 4, count: 3 },
  ];
  expect(heatByMonth(runs, days)).toEqual(months);
  expect(heatByMonth(runs.toReversed(), days)).toEqual(months);
});

test('only notes of where the harsh voice speaks are counted, and those that said how hot', () => {
  const quiet = { ...run('2026-11-02', 1), scales: {} };
  expect(heatByMonth([run('2026-11-02', 9, 'reframe'), quiet], days)).toEqual([]);
});

const { practices } = practicesFor(['en']);
const question = 'Now a line that is kind, and that you can believe.';

test('an entry ends with a kind line when one stands under its question today', () => {
  const entries = [
    {
      practice: 'reframe',
      text: `What is the hard sentence?\nI ruin it.\n\n${question}\nOne evening is one evening.`,
    },
    { practice: 'reframe', text: 'What is the hard sentence?\nI ruin it.' },
    { practice: 'small-wins', text: 'I got up.' },
    { practice: '', text: question },
  ];
  expect(kindEnds(entries, practices)).toEqual({ ended: 1, of: 2 });
});

test('every practice that can end with a kind line asks for it', () => {
  for (const [id, answer] of [
    ['reframe', 'line'],
    ['next-time', 'kind'],
  ])
    expect(practices.find((each) => each.id === id)?.steps).toContainEqual(
      expect.objectContaining({ k: 'write', id: answer }),
    );
});
