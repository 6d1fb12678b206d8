import { expect, test } from 'vitest';

import { ledgerWords } from '#core/features/pauses/ledger-words.ts';
import {
  endings,
  ledgerRow,
  notes,
  type LedgerDetail,
  type Verdict,
} from '#core/features/pauses/ledger.ts';
import { instant } from './support/world.ts';

const at = instant('2026-11-23T14:00');
const words = (verdict: Verdict, detail: LedgerDetail = {}): string =>
  ledgerWords(ledgerRow(verdict, at, 'slot:main:a', detail), 'en-GB', 'Europe/Berlin');

test.each<[Verdict, LedgerDetail, string]>([
  [
    'rest credited',
    { seconds: 420, cause: 'idle' },
    'You had been away for 7 minutes, so that counted as the pause.',
  ],
  [
    'rest credited',
    { seconds: 14_400, cause: 'asleep' },
    'The computer slept for 4 hours, so that counted as the pause.',
  ],
  ['taken', { seconds: 60 }, 'You took a pause of 60 seconds.'],
  ['left early', { seconds: 1 }, 'You took a short pause of 1 second. Short ones count.'],
  ['snoozed', { minutes: 10 }, 'You moved this pause 10 minutes later.'],
  ['quiet', { until: instant('2026-11-23T15:00') }, 'You asked for quiet until 15:00.'],
  [
    'hours closed',
    { until: instant('2026-11-24T09:00') },
    'Outside your hours: pauses begin again Tuesday 09:00.',
  ],
])('%s reads plainly', (verdict, detail, sentence) => {
  expect(words(verdict, detail)).toBe(sentence);
});

const causes = [
  undefined,
  ...(['idle', 'locked', 'asleep', 'closed', 'quiet', 'other', 'back', 'unseen'] as const),
];

test('every decision has words, and none of them blames', () => {
  for (const verdict of [...endings, ...notes])
    for (const cause of causes) {
      const sentence = words(verdict, {
        minutes: 1,
        until: at + 3_600_000,
        ...(cause && { cause }),
      });
      expect(sentence).toMatch(/^[A-Z].{10,}\.$/u);
      expect(sentence).not.toMatch(
        /undefined|NaN|streak|fail|miss|broke|guilt|lazy|bad|must|should|skip|ignor/iu,
      );
    }
});

test('the same decision has the same id, and a slot has one ending only', () => {
  const row = ledgerRow('taken', at, 'slot:main:a', {});
  expect(ledgerRow('taken', at + 5, 'slot:main:a', {}).id).toBe(row.id);
  expect(ledgerRow('not now', at, 'slot:main:a', {}).id).toBe(row.id);
  expect(ledgerRow('snoozed', at, 'slot:main:a', {}).id).not.toBe(row.id);
});
