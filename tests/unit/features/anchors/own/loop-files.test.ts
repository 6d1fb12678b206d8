import { zipSync } from 'fflate';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { blankAnchor, parseAnchor, type Anchor } from '#core/features/anchors/own/anchor.ts';
import {
  dayNoteId,
  parseDayNote,
  type DayNote,
  type DayNoted,
} from '#core/features/anchors/own/day-note.ts';
import { loopFiles } from '#core/features/anchors/own/loop-files.ts';
import { utf8 } from '#core/kernel/bytes.ts';

import { found } from '../../../../support/histories.ts';

const zipOf = (anchors: readonly Anchor[], notes: readonly DayNote[]): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(loopFiles(anchors, notes)).map(([name, text]) => [name, utf8(text)]),
    ),
  );

/** What a zip of Loop's says, told alike of whatever anchors. */
function said(anchors: readonly Anchor[], notes: readonly DayNote[]): string[] {
  return anchors.flatMap(({ id, name, sort, unit, target, putAway }) => [
    JSON.stringify([name, sort, unit, target, putAway]),
    ...notes
      .filter(({ anchor }) => anchor === id)
      .toSorted((a, b) => (a.date < b.date ? -1 : 1))
      .map(({ date, noted, note }) => JSON.stringify([date, noted, note])),
  ]);
}

function back(zip: Uint8Array): string[] {
  const { records } = found(zip, { no: 'notToday' });
  return said(
    records.flatMap((record) => (record.kind === 'anchor' ? (parseAnchor(record) ?? []) : [])),
    records.flatMap((record) => (record.kind === 'anchor-day' ? (parseDayNote(record) ?? []) : [])),
  );
}

const name = fc
  .string({ unit: fc.constantFrom(...Array.from('ab",é/ ')), minLength: 1, maxLength: 10 })
  .map((text) => text.trim())
  .filter((text) => text !== '');

const noted: Record<'yes' | 'amount', fc.Arbitrary<DayNoted>> = {
  yes: fc.constantFrom({ type: 'yes' }, { type: 'notToday' }, { type: 'rest' }),
  // 0 to 3 thousandths are words of Loop's.
  amount: fc.integer({ min: 4, max: 1_000_000 }).map((n) => ({ type: 'amount', amount: n / 1000 })),
};

const anchorOf = (at: number): fc.Arbitrary<{ anchor: Anchor; notes: DayNote[] }> =>
  fc.constantFrom('yes' as const, 'amount' as const).chain((sort) =>
    fc
      .record({
        name: name.map((text) => `${text}${at}`),
        putAway: fc.boolean(),
        times: fc.integer({ min: 1, max: 6 }),
        days: fc.uniqueArray(fc.integer({ min: 1, max: 28 }), { maxLength: 5 }),
        told: fc.array(noted[sort], { minLength: 5, maxLength: 5 }),
        note: fc.string({ unit: fc.constantFrom(...Array.from('x",\n')), maxLength: 6 }),
      })
      .map(({ times, days, told, note, ...rest }) => {
        const id = `anchor:${at}`;
        const anchor: Anchor = {
          ...{ ...blankAnchor(id), ...rest, sort, unit: sort === 'amount' ? 'pages' : '' },
          target:
            sort === 'amount'
              ? {
                  ...{ every: 'week', times: 7 },
                  measure: { type: 'amount', bound: 'least', amount: 10, unit: 'pages' },
                }
              : { every: 'week', times, measure: { type: 'yes' } },
        };
        const notes = days.map((day, nth): DayNote => {
          const date = `2026-02-${String(day).padStart(2, '0')}`;
          return {
            ...{ id: dayNoteId(id, date), anchor: id, date, reactive: null, reason: null },
            ...{ noted: told[nth] ?? null, note: note.trim() },
          };
        });
        return { anchor, notes };
      }),
  );

test('anchors that Loop can say come back from its files as they were', () => {
  fc.assert(
    fc.property(fc.tuple(anchorOf(0), anchorOf(1)), (both) => {
      const anchors = both.map(({ anchor }) => anchor);
      const notes = both.flatMap((each) => each.notes);
      expect(back(zipOf(anchors, notes))).toEqual(said(anchors, notes));
    }),
    { numRuns: 200 },
  );
});

test('what Loop has no word for is told in the note of that day', () => {
  const steps = ['a', 'b'].map((id, order) => ({ id, text: id, minutes: null, order }));
  const anchor: Anchor = { ...blankAnchor('anchor:1'), name: 'Evening', sort: 'steps', steps };
  const day = (date: string, noted: DayNote['noted']): DayNote => ({
    ...{ id: dayNoteId(anchor.id, date), anchor: anchor.id, date, reactive: null, reason: null },
    ...{ noted, note: '' },
  });
  const files = loopFiles(
    [anchor],
    [
      day('2026-02-01', { type: 'steps', done: ['a'] }),
      day('2026-02-02', { type: 'part' }),
      day('2026-02-03', { type: 'clock', minute: 1385 }),
      day('2026-02-04', { type: 'steps', done: ['a', 'b'] }),
    ],
  );
  expect(files['001 Evening/Checkmarks.csv']).toBe(
    [
      'Date,Value,Notes',
      '2026-02-04,YES_MANUAL,2/2',
      '2026-02-03,YES_MANUAL,23:05',
      '2026-02-02,UNKNOWN,1/2',
      '2026-02-01,UNKNOWN,1/2',
      '',
    ].join('\n'),
  );
});
