/** What of a round's failure a person is told, and how long to stay away. */
import type { SyncFailure } from '../engine.ts';
import { RelayFailure } from './failure.ts';

/** Why the last round did not end; nothing is lost by any of them. */
export type RelayTrouble =
  | Exclude<RelayFailure['type'], 'Refused'>
  | NonNullable<RelayFailure['refusal']>
  | Exclude<SyncFailure['type'], 'Unreachable'>;

export const relayTroubleOf = ({ type, refusal }: RelayFailure): RelayTrouble =>
  type === 'Refused' ? (refusal ?? 'NotARelay') : type;

/** `wait` is in milliseconds; null when the relay did not say. */
export function troubleOf(failure: SyncFailure): { trouble: RelayTrouble; wait: number | null } {
  if (failure.type !== 'Unreachable') return { trouble: failure.type, wait: null };
  const { cause } = failure;
  // A page that leads nowhere is the only other reason, and no relay gives one.
  if (!(cause instanceof RelayFailure)) return { trouble: 'NotARelay', wait: null };
  return { trouble: relayTroubleOf(cause), wait: cause.retryAfter };
}
