import { type Cause, type HoldCause } from './policies.ts';

/**
 * The record of every decision: why a pause came, or why it did not. A row is an alias rather than an
 * interface because it is stored as JSON.
 */

/** How a slot can end. Every slot has exactly one of these. */
export const endings = [
  'taken',
  'left early',
  'not now',
  'not today',
  'skipped',
  'joined',
  'rest credited',
  'passed over',
  'late after sleep',
  'outside hours',
  'elsewhere',
  'withdrawn',
  'interrupted',
  'turned off',
] as const;

/** What can be worth knowing on the way there, or apart from any slot. */
export const notes = [
  'shown',
  'held',
  'snoozed',
  'quiet',
  'quiet ended',
  'call',
  'call ended',
  'hours closed',
  'fresh start',
  'clock changed',
  'settings repaired',
  'state repaired',
] as const;

export type Ending = (typeof endings)[number];
export type Verdict = Ending | (typeof notes)[number];

export type LedgerDetail = {
  readonly minutes?: number;
  readonly seconds?: number;
  readonly until?: number;
  readonly count?: number;
  readonly cause?: Cause | HoldCause | 'closed' | 'snooze' | 'back' | 'unseen' | 'away';
};

/** The same decision always has the same id, so writing it twice changes nothing. */
export type LedgerRow = {
  readonly id: string;
  readonly at: number;
  readonly slot?: string;
  readonly verdict: Verdict;
  readonly detail: LedgerDetail;
};

export const isEnding = (verdict: Verdict): verdict is Ending =>
  endings.some((ending) => ending === verdict);

export function ledgerRow(
  verdict: Verdict,
  at: number,
  slot: string | undefined,
  detail: LedgerDetail,
): LedgerRow {
  if (slot === undefined) return { id: `${verdict}:${at}`, at, verdict, detail };
  if (isEnding(verdict)) return { id: `${slot}:end`, at, slot, verdict, detail };
  // A slot can be snoozed, or held, more than once.
  return { id: `${slot}:${verdict}:${at}`, at, slot, verdict, detail };
}
