/** Nights as a table for other programs, one row each. Columns are named in English, whatever language Comma speaks. */
import { csvCell } from '../csv-cell.ts';
import type { KnownNight } from './known-nights.ts';

type Cell = string | number | null;

const columns: Readonly<Record<string, (known: KnownNight) => Cell>> = {
  date: ({ night }) => night.date,
  zone: ({ night }) => night.zone,
  into_bed: ({ night }) => night.intoBed,
  try_sleep: ({ night }) => night.trySleep,
  sol_min: ({ night }) => night.sol,
  awakenings: ({ night }) => night.awakenings,
  waso_min: ({ night }) => night.waso,
  final_wake: ({ night }) => night.finalWake,
  tasafa_min: ({ night }) => night.tasafa,
  out_of_bed: ({ night }) => night.outOfBed,
  quality_1_5: ({ night }) => night.quality,
  rested_1_5: ({ night }) => night.rested,
  nap_count: ({ night }) => Object.keys(night.naps).length,
  nap_min: ({ figures }) => figures.napTotal,
  caffeine: ({ night }) => night.caffeineDrinks,
  caffeine_last: ({ night }) => night.caffeineLast,
  alcohol: ({ night }) => night.alcoholDrinks,
  alcohol_last: ({ night }) => night.alcoholLast,
  aids: ({ night }) =>
    Object.values(night.aids)
      .map(({ name, dose, time }) => [name, dose, time ?? ''].filter(Boolean).join(' '))
      .join('; '),
  comment: ({ night }) => night.comment,
  tib_min: ({ figures }) => figures.tib,
  tst_min: ({ figures }) => figures.tst,
  se_pct: ({ figures }) => figures.efficiency,
};

const derived = ['tib_min', 'tst_min', 'se_pct'];

/** A byte order mark: without it Excel takes UTF-8 for something else. */
const mark = '\uFEFF';

/** RFC 4180. `diaryOnly` leaves open what was not told but worked out. */
export function sleepCsv(nights: readonly KnownNight[], diaryOnly: boolean): string {
  const names = Object.keys(columns);
  const rows = nights.map((known) =>
    names.map((name) => {
      const value = diaryOnly && derived.includes(name) ? null : columns[name]?.(known);
      return csvCell(value ?? null);
    }),
  );
  return mark + [names, ...rows].map((cells) => `${cells.join(',')}\r\n`).join('');
}
