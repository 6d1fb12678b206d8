/** A habit of Loop's, and what is asked of it in the words of a target here. */
import type { Json } from '../../../kernel/json.ts';
import { mostAmount, type Measure, type Target } from '../consistency/target.ts';

export interface Habit {
  /** Of three digits; its folder begins with it. */
  readonly position: string;
  readonly name: string;
  /** Stands for its name. */
  readonly key: string;
  readonly isAmount: boolean;
  /** So many times in so many days; not a number where nobody said. */
  readonly times: number;
  readonly days: number;
  readonly unit: string;
  readonly isMost: boolean;
  readonly amount: number;
  readonly isArchived: boolean;
  readonly extra: Readonly<Record<string, Json>>;
}

export type Frequency =
  | { readonly type: 'fits'; readonly every: Target['every']; readonly times: number }
  /** Nothing that a target here can say; `week` is the nearest that it can. */
  | { readonly type: 'unclear'; readonly week: number }
  /** An amount that is summed over more than a day. */
  | { readonly type: 'summed' }
  | { readonly type: 'none' };

const isWhole = (value: number): boolean => Number.isInteger(value) && value >= 1;

export function frequencyOf({ times, days, isAmount }: Habit): Frequency {
  if (!isWhole(times) || !isWhole(days) || days > 3_650 || times > 3_650) return { type: 'none' };
  if (isAmount) return days === 1 ? { type: 'fits', every: 'week', times: 7 } : { type: 'summed' };
  const week = (times * 7) / days;
  if (Number.isInteger(week) && week <= 7) return { type: 'fits', every: 'week', times: week };
  if ((days === 30 || days === 31) && times <= 31) return { type: 'fits', every: 'month', times };
  return { type: 'unclear', week: Math.min(7, Math.max(1, Math.round(week))) };
}

/** `nearest`: where its frequency does not fit, the one that comes nearest was wanted. */
export function targetOf(habit: Habit, frequency: Frequency, nearest: boolean): Target | null {
  const measure = measureOf(habit);
  if (measure === null) return null;
  if (frequency.type === 'fits') {
    const { every, times } = frequency;
    return { every, times, measure };
  }
  return frequency.type === 'unclear' && nearest
    ? { every: 'week', times: frequency.week, measure }
    : null;
}

function measureOf({ isAmount, isMost, amount, unit }: Habit): Measure | null {
  if (!isAmount) return { type: 'yes' };
  if (!(amount >= 0 && amount <= mostAmount)) return null;
  return { type: 'amount', bound: isMost ? 'most' : 'least', amount, unit };
}
