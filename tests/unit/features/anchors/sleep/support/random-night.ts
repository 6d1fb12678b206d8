/** Nights that people could have had, in zones whose clocks do odd things. */
import { blankNight, clockNames, type Night } from '#core/features/anchors/sleep/night.ts';

import type { Seeded } from '../../../../../support/seeded.ts';
import {
  clockText,
  firstYear,
  foldOf,
  lastYear,
  offsetsOf,
  wallDate,
  type PlainInstants,
} from './plain.ts';

/** Forty, among them every sort of change: by half an hour, by two, at midnight, for a fast, once and never again. */
export const zones = [
  ...['Europe/London', 'Europe/Berlin', 'Europe/Dublin', 'Europe/Istanbul', 'Europe/Volgograd'],
  ...['Atlantic/Azores', 'Africa/Casablanca', 'Africa/Cairo', 'Africa/Khartoum', 'Africa/Juba'],
  ...['Africa/Sao_Tome', 'Africa/Windhoek', 'Asia/Beirut', 'Asia/Gaza', 'Asia/Tehran'],
  ...['Asia/Amman', 'Asia/Jerusalem', 'Asia/Kolkata', 'Asia/Kathmandu', 'Asia/Pyongyang'],
  ...['Asia/Tokyo', 'Asia/Almaty', 'Australia/Lord_Howe', 'Australia/Sydney', 'Australia/Eucla'],
  ...['Pacific/Auckland', 'Pacific/Chatham', 'Pacific/Norfolk', 'Pacific/Fiji', 'Pacific/Apia'],
  ...['Pacific/Tongatapu', 'America/New_York', 'America/St_Johns', 'America/Havana'],
  ...['America/Santiago', 'America/Asuncion', 'America/Sao_Paulo', 'America/Mexico_City'],
  ...['America/Nuuk', 'Antarctica/Troll'],
] as const;

const minute = 60_000;

/** Instants of a night of up to 16 hours that begins or ends near `around`. */
export function trueNight(chance: Seeded, around: number): Required<PlainInstants> {
  const parts = [chance.below(90), chance.below(700), chance.below(120)];
  const total = parts.reduce((sum, part) => sum + part, 0);
  const start = Math.floor(around / minute) * minute - chance.below(total + 240) * minute;
  const [preSleep = 0, window = 0, lingering = 0] = parts;
  const trySleep = start + preSleep * minute;
  const finalWake = trySleep + window * minute;
  return { intoBed: start, trySleep, finalWake, outOfBed: finalWake + lingering * minute };
}

/** When the clock was changed in that zone, and some ordinary moments. */
export function momentIn(chance: Seeded, zone: string): number {
  const changes = offsetsOf(zone).slice(1);
  if (changes.length > 0 && chance.chance(0.5)) return chance.pick(changes)[0];
  const from = Date.UTC(firstYear, 0, 2);
  return from + chance.below((Date.UTC(lastYear, 11, 30) - from) / minute) * minute;
}

/** How the person would tell it who looked at the clock each time. */
export function told(times: Required<PlainInstants>, zone: string, bedZone = zone): Night {
  const fold: Record<string, 0 | 1> = {};
  const clock: Record<string, string> = {};
  for (const [name, instant] of Object.entries(times)) {
    const place = name === 'intoBed' || name === 'trySleep' ? bedZone : zone;
    clock[name] = clockText(place, instant);
    const which = foldOf(place, instant);
    if (which !== undefined) fold[name] = which;
  }
  const night = blankNight(wallDate(zone, times.outOfBed), zone);
  return { ...night, ...clock, fold, bedZone: bedZone === zone ? null : bedZone };
}

/** A night with any answers left out, and sometimes with ones that fit nothing. */
export function randomNight(chance: Seeded): Night {
  const zone = chance.pick(zones);
  const bedZone = chance.chance(0.1) ? chance.pick(zones) : zone;
  const night = told(trueNight(chance, momentIn(chance, zone)), zone, bedZone);
  const maybe = (share: number, value: () => number): number | null =>
    chance.chance(share) ? value() : null;
  const anyClock = (): string =>
    `${String(chance.below(24)).padStart(2, '0')}:${String(chance.below(60)).padStart(2, '0')}`;
  const clocks = Object.fromEntries(
    clockNames
      .filter(() => chance.chance(0.08))
      .map((name) => [name, chance.chance(0.5) ? null : anyClock()]),
  );
  const naps = Array.from({ length: chance.below(3) }, (_, at) => [
    String(at),
    { start: chance.chance(0.5) ? anyClock() : null, min: 1 + chance.below(90) },
  ]);
  return {
    ...night,
    ...clocks,
    fold: chance.chance(0.3) ? {} : night.fold,
    sol: maybe(0.9, () => chance.below(120)),
    awakenings: maybe(0.8, () => chance.below(6)),
    waso: maybe(0.8, () => chance.below(150)),
    tasafa: maybe(0.6, () => chance.below(60)),
    noSleep: chance.chance(0.03) ? true : null,
    naps: Object.fromEntries(naps) as Night['naps'],
  };
}
