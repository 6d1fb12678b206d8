/** What follows from one night. Minutes of elapsed time, so that a changed clock changes none of them. */
import { zoned, minuteMs } from '../../../kernel/civil-time.ts';
import type { Night } from './night.ts';
import { resolveNight, type Resolved } from './resolve.ts';

/** Null is not known, which is never the same as zero. */
export interface Figures {
  readonly times: Resolved;
  /** Time in bed, from into to out. */
  readonly tib: number | null;
  /** In bed before trying to sleep. */
  readonly preSleep: number | null;
  readonly sol: number | null;
  readonly waso: number | null;
  /** From trying to sleep to the last waking. */
  readonly sleepWindow: number | null;
  /** Sleep period: from falling asleep to the last waking. */
  readonly spt: number | null;
  /** Total sleep time. */
  readonly tst: number | null;
  /** In bed after the last waking. */
  readonly lingering: number | null;
  /** Sleep as a share of the time in bed, in percent, to a tenth. */
  readonly efficiency: number | null;
  /** Duration of the sleep episode: falling asleep, sleep, and trying to sleep on (Reed and Sacco 2016). */
  readonly dse: number | null;
  readonly dseEfficiency: number | null;
  /** Sleep as a share of the sleep period, in percent, to a tenth. */
  readonly maintenance: number | null;
  /** Epoch milliseconds. */
  readonly onset: number | null;
  readonly wake: number | null;
  /** Epoch milliseconds, half-way between the two. */
  readonly midSleep: number | null;
  readonly napTotal: number;
  /** Sleep of the night and of the naps after it. */
  readonly tst24: number | null;
  /** Minutes awake that do not fit between trying to sleep and waking; no sleep is counted then. */
  readonly conflict: { readonly waking: number; readonly window: number } | null;
}

/** To a tenth, halves up. */
export const tenths = (value: number): number => Math.floor(value * 10 + 0.5) / 10;

const percent = (part: number | null, whole: number | null): number | null =>
  part === null || whole === null || whole <= 0 ? null : tenths((100 * part) / whole);

const between = (from: number | undefined, until: number | undefined): number | null =>
  from === undefined || until === undefined ? null : Math.round((until - from) / minuteMs);

export function figuresOf(night: Night): Figures {
  const times = resolveNight(night);
  const { intoBed, trySleep, finalWake, outOfBed } = times.at;
  const tib = between(intoBed, outOfBed);
  const sleepWindow = between(trySleep, finalWake);
  const napTotal = Object.values(night.naps).reduce((sum, { min }) => sum + min, 0);
  const shared = {
    ...{ times, tib, sleepWindow, napTotal },
    preSleep: between(intoBed, trySleep),
    lingering: between(finalWake, outOfBed),
    wake: finalWake ?? null,
  };
  const slept = night.noSleep === true ? noSleep : sleepOf(night, trySleep, finalWake, sleepWindow);
  const { spt, tst } = slept;
  return {
    ...shared,
    ...slept,
    efficiency: percent(tst, tib),
    dseEfficiency: percent(tst, slept.dse),
    maintenance: percent(tst, spt),
    tst24: tst === null ? null : tst + napTotal,
  };
}

type Sleep = Pick<
  Figures,
  'sol' | 'waso' | 'spt' | 'tst' | 'dse' | 'onset' | 'midSleep' | 'conflict'
>;

const nothing: Sleep = {
  ...{ sol: null, waso: null, spt: null, tst: null },
  ...{ dse: null, onset: null, midSleep: null, conflict: null },
};

const noSleep: Sleep = { ...nothing, spt: 0, tst: 0 };

function sleepOf(
  { sol, awakenings, waso: told, tasafa }: Night,
  trySleep: number | undefined,
  finalWake: number | undefined,
  window: number | null,
): Sleep {
  // Who did not wake was not awake.
  const waso = told ?? (awakenings === 0 ? 0 : null);
  const known = { ...nothing, sol, waso };
  if (window === null || trySleep === undefined || finalWake === undefined || sol === null)
    return known;
  const waking = sol + (waso ?? 0);
  if (waking > window) return { ...known, conflict: { waking, window } };
  const onset = trySleep + sol * minuteMs;
  return {
    ...known,
    ...{ onset, spt: window - sol, tst: waso === null ? null : window - waking },
    dse: waso === null || tasafa === null ? null : window + tasafa,
    midSleep: onset + (finalWake - onset) / 2,
  };
}

/** Minutes since midnight on the wall of that zone, parts of minutes included. */
export function clockMinute(instant: number, zone: string): number {
  const { hour, minute, second, millisecond } = zoned(instant, zone);
  return hour * 60 + minute + (second * 1000 + millisecond) / minuteMs;
}
