/** Clock times of a file, and the moments they may mean. */
import { zoned } from '../../../kernel/civil-time.ts';

/** Letters of other scripts that mean the digits from 0 to 9. */
const digits = ['٠١٢٣٤٥٦٧٨٩', '۰۱۲۳۴۵۶۷۸۹', '०१२३४५६७८९'];

export function inLatinDigits(text: string): string {
  let latin = text;
  for (const ten of digits)
    latin = latin.replaceAll(new RegExp(`[${ten}]`, 'g'), (digit) => String(ten.indexOf(digit)));
  return latin;
}

/** Undefined for what is no such date and time. */
export function plainTime(text: string): Temporal.PlainDateTime | undefined {
  try {
    return Temporal.PlainDateTime.from(text, { overflow: 'reject' });
  } catch {
    return undefined; // no such day or hour
  }
}

/** Epoch milliseconds, the earlier first: two where the clock showed this time twice. A time that it never showed is moved on. */
export function momentsOf(wall: Temporal.PlainDateTime, zone: string): readonly number[] {
  const [first, last] = (['earlier', 'later'] as const).map(
    (disambiguation) => wall.toZonedDateTime(zone, { disambiguation }).epochMilliseconds,
  );
  if (first === undefined || last === undefined) return [];
  if (first === last) return [first];
  return zoned(first, zone).toPlainDateTime().equals(wall) ? [first, last] : [last];
}

/** In milliseconds; no clock of JavaScript tells a later one. */
export const lastInstant = 8.64e15;

/** Epoch milliseconds in digits; undefined for anything else. */
export function epochOf(text: string): number | undefined {
  const value = /^\d{1,16}$/.test(text.trim()) ? Number(text) : Number.NaN;
  return value <= lastInstant ? value : undefined;
}
