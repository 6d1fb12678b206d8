/** Amounts as they are typed. */
import { readBetween } from '../../../kernel/read-number.ts';

import { mostAmount } from '../consistency/target.ts';

/** `1.5`, or `1,5` as it is written elsewhere; undefined for anything else. */
export function readAmount(text: string): number | undefined {
  const told = text.trim().replace(',', '.');
  return /^\d+(\.\d+)?$/.test(told) ? readBetween(0, mostAmount)(Number(told)) : undefined;
}

/** By how much one press goes: about a quarter of what is usual, as a round number. */
export function stepOf(usual: number): number {
  const [quarter, rounds] = [usual / 4, [1, 5, 10, 25, 50, 100, 500, 1_000] as const];
  return rounds.findLast((round) => round <= quarter) ?? 1;
}
