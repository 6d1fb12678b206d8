/** How much of a target one day is: 1 whole, 0 none, a part between. */
import type { Measure } from './target.ts';

/** What was noted of a day, in the sort that the target asks for. */
export type Noted =
  | { readonly type: 'yes' }
  | { readonly type: 'amount'; readonly amount: number }
  /** Minutes since midnight, by the clock on the wall. */
  | { readonly type: 'clock'; readonly minute: number }
  | { readonly type: 'steps'; readonly done: number };

const dayMinutes = 1440;

/** Where the day of a bedtime begins: before midnight and after it are then one evening. */
export const noon = 720;

const clamp = (part: number): number => Math.min(1, Math.max(0, part));

/** `dayStart` is the minute in which the clock of this anchor begins: noon for a bedtime. A note of another sort is done all the same. */
export function creditOf(measure: Measure, noted: Noted, dayStart: number): number {
  if (measure.type === 'amount' && noted.type === 'amount')
    return amountCredit(measure, noted.amount);
  if (measure.type === 'steps' && noted.type === 'steps') return clamp(noted.done / measure.least);
  if (measure.type === 'clock' && noted.type === 'clock') {
    const beside = minutesBeside(measure, noted.minute, dayStart);
    if (beside <= 0) return 1;
    return measure.grace === 0 ? 0 : clamp(1 - beside / measure.grace);
  }
  return 1;
}

function amountCredit(
  { bound, amount: target }: Extract<Measure, { type: 'amount' }>,
  amount: number,
): number {
  if (bound === 'least') return target <= 0 ? 1 : clamp(amount / target);
  if (target <= 0) return amount > 0 ? 0 : 1;
  return clamp(1 - (amount - target) / target);
}

/** Minutes by which a time lies outside of what was wanted; none or less is inside. */
function minutesBeside(
  measure: Extract<Measure, { type: 'clock' }>,
  minute: number,
  dayStart: number,
): number {
  const since = (clock: number): number =>
    (((clock - dayStart) % dayMinutes) + dayMinutes) % dayMinutes;
  const [at, wanted] = [since(minute), since(measure.minute)];
  switch (measure.bound) {
    case 'before':
      return at - wanted;
    case 'after':
      return wanted - at;
    case 'between':
      return Math.max(wanted - at, at - since(measure.until));
    case 'within': {
      const apart = Math.abs(at - wanted);
      return Math.min(apart, dayMinutes - apart) - measure.apart;
    }
  }
}
