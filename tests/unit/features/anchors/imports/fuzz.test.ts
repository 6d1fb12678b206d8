/** Files that break off, were changed by chance, or were never of any program: nothing falls over, and nothing comes of half a file. */
import { zipSync } from 'fflate';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { readHistory } from '#core/features/anchors/imports/read-history.ts';
import { parseAnchor } from '#core/features/anchors/own/anchor.ts';
import { parseDayNote } from '#core/features/anchors/own/day-note.ts';
import { parseNight } from '#core/features/anchors/sleep/night.ts';

import { berlin, historyFile, historyFiles } from '../../../../support/histories.ts';

const everything = { ...berlin, offset: 'place', no: 'notToday' } as const;
const parsers = { sleep: parseNight, anchor: parseAnchor, 'anchor-day': parseDayNote };

/** Reads it, and looks at every record that would come of it. */
function look(file: Uint8Array): void {
  const reading = readHistory(file, everything);
  if (reading.type !== 'found') return;
  const { records } = reading.found;
  expect(new Set(records.map(({ id }) => id)).size).toBe(records.length);
  for (const record of records)
    expect(parsers[record.kind as keyof typeof parsers](record)).not.toBeNull();
}

const names = [
  ...['plees-now.csv', 'plees-pretty-compact.csv', 'sleepmeter.csv', 'sleepmeter-own.csv'],
  ...['sleep-as-android.csv', 'sleepdiary.json'],
];

const files = await Promise.all(names.map(historyFile));
files.push(zipSync(await historyFiles('loop-now')));

/** Anywhere in a file, evenly. */
const place = fc.nat(9_999).map((nth) => nth / 10_000);

const runs = { numRuns: Number(process.env['HISTORY_RUNS'] ?? 400) };

test('a file that breaks off anywhere is read as far as it is whole, or refused', () => {
  fc.assert(
    fc.property(fc.constantFrom(...files), place, (file, part) => {
      look(file.subarray(0, Math.floor(file.length * part)));
    }),
    runs,
  );
});

test('a file with changed bytes is read or refused', () => {
  const change = fc.tuple(place, fc.nat(255));
  fc.assert(
    fc.property(
      fc.constantFrom(...files),
      fc.array(change, { minLength: 1, maxLength: 8 }),
      (file, changes) => {
        const changed = Uint8Array.from(file);
        for (const [part, byte] of changes) changed[Math.floor(file.length * part)] = byte;
        look(changed);
      },
    ),
    runs,
  );
});

test('cells that nobody expects are read or refused', () => {
  const odd = fc.constantFrom(
    ...[
      '',
      '-1',
      '0',
      '1e999',
      'NaN',
      '9'.repeat(400),
      '=1+1',
      '"',
      '""',
      '\u0000',
      '__proto__',
      '2026-02-30',
    ],
    ...['1793660400000', '8640000000000000', '-8640000000000001', '24:00', '25:61', 'constructor'],
  );
  const headers = [
    'sid,start,stop,rating,comment,wakes',
    'date,zone,into_bed,out_of_bed,tib_min,nap_count,nap_min',
    'Id,Tz,From,To,Sched,Hours,Rating,Comment,Framerate,Snore,Noise,Cycles,DeepSleep,LenAdjust,Geo',
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...headers),
      fc.array(fc.array(odd, { maxLength: 16 }), { maxLength: 5 }),
      (header, rows) => {
        const width = header.split(',').length;
        const lines = rows.map((row) =>
          [...row, ...Array<string>(width).fill('')].slice(0, width).join(','),
        );
        look(new TextEncoder().encode([header, ...lines].join('\n')));
      },
    ),
    runs,
  );
});
