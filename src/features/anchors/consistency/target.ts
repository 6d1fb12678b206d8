/** What somebody would like of an anchor: on how many days, and what makes such a day. */
import { minutesToClock, parseClock } from '../../../kernel/civil-time.ts';
import type { Json } from '../../../kernel/json.ts';
import { readBetween, readWhole } from '../../../kernel/read-number.ts';
import { isObject, readOneOf, type Read } from '../../../kernel/read.ts';

/** Minutes since midnight, and how many minutes beside it still count for a part. */
interface ByClock {
  readonly type: 'clock';
  readonly grace: number;
}

export const mostAmount = 1e6;

export type Measure =
  /** Done is done, of any length. */
  | { readonly type: 'yes' }
  | {
      readonly type: 'amount';
      readonly bound: 'least' | 'most';
      readonly amount: number;
      readonly unit: string;
    }
  | (ByClock & { readonly bound: 'before' | 'after'; readonly minute: number })
  | (ByClock & { readonly bound: 'between'; readonly minute: number; readonly until: number })
  | (ByClock & { readonly bound: 'within'; readonly minute: number; readonly apart: number })
  /** So many steps of a list, in any order. */
  | { readonly type: 'steps'; readonly least: number };

export interface Target {
  readonly every: 'week' | 'month';
  readonly times: number;
  readonly measure: Measure;
}

const mostTimes = { week: 7, month: 31 } as const;

const minuteOf: Read<number> = (value) => {
  const minute = typeof value === 'string' ? parseClock(value) : undefined;
  return minute === undefined || minute >= 1440 ? undefined : minute;
};

/** Undefined for anything that is no target; a newer app may know more of them. */
export const readTarget: Read<Target> = (value) => {
  if (!isObject(value)) return undefined;
  const every = readOneOf('week', 'month')(value['every']);
  const times = every && readWhole(1, mostTimes[every])(value['times']);
  const measure = readMeasure(value['measure']);
  return every && times !== undefined && measure ? { every, times, measure } : undefined;
};

const readMeasure: Read<Measure> = (value) => {
  if (!isObject(value)) return undefined;
  switch (value['type']) {
    case 'yes':
      return { type: 'yes' };
    case 'amount': {
      const bound = readOneOf('least', 'most')(value['bound']);
      const amount = readBetween(0, mostAmount)(value['amount']);
      const { unit } = value;
      return bound && amount !== undefined && typeof unit === 'string'
        ? { type: 'amount', bound, amount, unit }
        : undefined;
    }
    case 'steps': {
      const least = readWhole(1, 99)(value['least']);
      return least === undefined ? undefined : { type: 'steps', least };
    }
    case 'clock':
      return readClockMeasure(value);
    default:
      return undefined;
  }
};

function readClockMeasure(value: Record<string, unknown>): Measure | undefined {
  const bound = readOneOf('before', 'after', 'between', 'within')(value['bound']);
  const minute = minuteOf(value['at']);
  const grace = readWhole(0, 720)(value['grace']);
  if (!bound || minute === undefined || grace === undefined) return undefined;
  const shared = { type: 'clock', grace, minute } as const;
  if (bound === 'before' || bound === 'after') return { ...shared, bound };
  if (bound === 'between') {
    const until = minuteOf(value['until']);
    return until === undefined ? undefined : { ...shared, bound, until };
  }
  const apart = readWhole(0, 720)(value['apart']);
  return apart === undefined ? undefined : { ...shared, bound, apart };
}

/** As it lies in a record. */
export function serialiseTarget({ every, times, measure }: Target): Json {
  if (measure.type !== 'clock') return { every, times, measure: { ...measure } };
  const { minute, ...rest } = measure;
  return {
    every,
    times,
    measure: {
      ...rest,
      at: minutesToClock(minute),
      ...(rest.bound === 'between' && { until: minutesToClock(rest.until) }),
    },
  };
}
