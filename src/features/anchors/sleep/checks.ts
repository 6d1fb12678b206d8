/** Answers that may be a slip. They are asked about, gently and once; nothing is refused or corrected. */
import type { Figures } from './figures.ts';
import type { Night } from './night.ts';
import { napStart } from './regularity.ts';

export type Check =
  | 'longBeforeTrying'
  | 'longToSleep'
  | 'manyWakings'
  | 'awakeWithoutWaking'
  | 'longAwake'
  | 'shortAwake'
  | 'tryingAfterUp'
  | 'longAfterWaking'
  | 'longInBed'
  | 'napAtNight';

/** The limits are those of the diary's own instructions and of web diaries that follow it. */
export function checksOf(night: Night, figures: Figures): Check[] {
  const { awakenings, tasafa } = night;
  const { sol, waso, preSleep, lingering, tib } = figures;
  const above = (value: number | null, limit: number): boolean => value !== null && value > limit;
  const said: Readonly<Record<Check, boolean>> = {
    longBeforeTrying: above(preSleep, 240),
    longToSleep: above(sol, 240),
    manyWakings: above(awakenings, 20),
    awakeWithoutWaking: awakenings === 0 && above(waso, 0),
    longAwake: above(waso, 300),
    shortAwake: awakenings !== null && waso !== null && waso < awakenings,
    tryingAfterUp: lingering !== null && above(tasafa, lingering),
    longAfterWaking: above(lingering, 240),
    longInBed: above(tib, 960),
    napAtNight: Object.values(night.naps).some(({ start, min }) => {
      const { intoBed: bed, outOfBed: up } = figures.times.at;
      if (start === null || bed === undefined || up === undefined) return false;
      // A day after getting up the bed of the next night is near: a nap that reaches it is part of that night.
      return napStart(up, start, night.zone) + min * 60_000 > bed + 24 * 3_600_000;
    }),
  };
  return (Object.keys(said) as Check[]).filter((check) => said[check]);
}
