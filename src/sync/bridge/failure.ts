/** Why the bridge could not do what was asked. A peer answers with promises, so this one is thrown. */
import type { RefuseReason } from './wire.ts';

export type BridgeFailureType =
  /** No extension there, or it left each time. */
  | 'Unreachable'
  /** The extension has no journal to share yet. */
  | 'NotPaired'
  /** The extension is there, with a journal that is not this one. */
  | 'DifferentJournal'
  /** The extension answered that it will not or cannot; `detail` says why. */
  | 'Refused'
  | 'TimedOut';

export class BridgeFailure extends Error {
  override readonly name = 'BridgeFailure';
  readonly type: BridgeFailureType;
  readonly detail: string;

  constructor(type: BridgeFailureType, detail = '') {
    super(detail === '' ? type : `${type}: ${detail}`);
    this.type = type;
    this.detail = detail;
  }
}

export function refusalToFailure(reason: RefuseReason): BridgeFailure {
  if (reason === 'not-paired') return new BridgeFailure('NotPaired');
  if (reason === 'different-journal') return new BridgeFailure('DifferentJournal');
  return new BridgeFailure('Refused', reason);
}
