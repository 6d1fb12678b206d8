/** Why nothing reaches this device while Comma is closed, as the page says it. */
import type { PhoneWords } from '#core/content/phone.ts';
import { RelayFailure } from '#core/sync/relay/failure.ts';

export type PhoneTrouble = keyof PhoneWords['trouble'];

export class Troubled extends Error {
  readonly trouble: PhoneTrouble;

  constructor(trouble: PhoneTrouble) {
    super(trouble);
    this.trouble = trouble;
  }
}

/** Throws what is no trouble of this kind. */
export function troubleOf(failure: unknown): PhoneTrouble {
  if (failure instanceof Troubled) return failure.trouble;
  if (!(failure instanceof RelayFailure)) throw failure;
  if (failure.refusal === 'push-host') return 'host';
  if (failure.refusal === 'push-failed' || failure.refusal === 'push-ended') return 'failed';
  return 'relay';
}

/** The subscription is over, and another has to be made. */
export const isEnded = (failure: unknown): boolean =>
  failure instanceof RelayFailure && ['push-ended', 'nothing'].includes(failure.refusal ?? '');
