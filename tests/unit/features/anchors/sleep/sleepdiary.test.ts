import { expect, test } from 'vitest';

import { knownNight } from '#core/features/anchors/sleep/known-nights.ts';
import { blankNight, parseNight, type Night } from '#core/features/anchors/sleep/night.ts';
import { sleepdiary } from '#core/features/anchors/sleep/sleepdiary.ts';

import { found } from '../../../../support/histories.ts';

const told: Night = {
  ...blankNight('2026-03-29', 'Europe/Berlin'),
  ...{ intoBed: '22:30', trySleep: '23:00', sol: 30, awakenings: 2, waso: 20 },
  ...{ finalWake: '07:00', outOfBed: '07:15', comment: 'The clocks went on.' },
  naps: { a: { start: '13:10', min: 30 }, b: { start: null, min: 10 } },
};

const backOf = (nights: readonly Night[]): Night[] =>
  found(JSON.stringify(sleepdiary(nights.map(knownNight))), {}).records.flatMap(
    (record) => parseNight(record) ?? [],
  );

test('a night comes back with its time in bed, its sleep and the naps whose hour is known', () => {
  expect(backOf([told])).toMatchObject([
    {
      ...{ date: '2026-03-29', zone: 'Europe/Berlin', intoBed: '22:30', outOfBed: '07:15' },
      // Trying to sleep has no place in that form: from falling asleep on it is known.
      ...{ trySleep: '23:30', finalWake: '07:00', selfTst: 370 },
    },
  ]);
  expect(Object.values(backOf([told])[0]?.naps ?? {})).toEqual([{ start: '13:10', min: 30 }]);
});

test('a night of which only the time in bed is known is no sleep there', () => {
  const quick: Night = { ...told, trySleep: null, finalWake: null, naps: {} };
  expect(sleepdiary([knownNight(quick)])).toMatchObject({
    ...{ file_format: 'Standard' },
    records: [{ status: 'in bed', comments: ['The clocks went on.'] }],
  });
});
