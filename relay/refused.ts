/** Thrown wherever a request ends early; the app turns it into its answer. */
import { refusals, type Refusal } from '../src/sync/protocol/refusal.ts';

export class Refused extends Error {
  readonly refusal: Refusal;
  /** Milliseconds. */
  readonly retryAfter: number | null;

  constructor(refusal: Refusal, retryAfter: number | null = null) {
    super(refusal);
    this.refusal = refusal;
    this.retryAfter = retryAfter;
  }
}

export function answerRefused({ refusal, retryAfter }: Refused): Response {
  const { status, says } = refusals[refusal];
  const headers = new Headers({ 'Cache-Control': 'no-store' });
  if (retryAfter !== null) headers.set('Retry-After', String(Math.ceil(retryAfter / 1000)));
  return Response.json({ error: refusal, says }, { status, headers });
}
