/** Why a relay could not do what was asked. A peer answers with promises, so this one is thrown. */
import { refusals, type Refusal } from '../protocol/refusal.ts';

export type RelayFailureType =
  /** No way to it: no network, or nobody at that address. */
  | 'Unreachable'
  | 'TimedOut'
  /** Somebody else answered: a café's login page, a proxy, a web site. */
  | 'NotARelay'
  | 'Refused';

export class RelayFailure extends Error {
  override readonly name = 'RelayFailure';
  readonly type: RelayFailureType;
  /** Only when the relay itself refused. */
  readonly refusal: Refusal | null;
  /** Milliseconds to stay away, if it said so. */
  readonly retryAfter: number | null;

  constructor(
    type: RelayFailureType,
    {
      refusal = null,
      retryAfter = null,
    }: Partial<Pick<RelayFailure, 'refusal' | 'retryAfter'>> = {},
  ) {
    super(refusal === null ? type : `${type}: ${refusal}`);
    this.type = type;
    this.refusal = refusal;
    this.retryAfter = retryAfter;
  }
}

/** Chosen: a relay that names a longer time is asked again after an hour all the same. */
const longestWait = 3_600_000;

/** Whatever answered instead of the relay does not know the protocol's words for it. */
export async function failureOf(answer: Response): Promise<RelayFailure> {
  const said: unknown = await answer.json().catch(() => undefined);
  const refusal = (Object.keys(refusals) as Refusal[]).find(
    (name) =>
      refusals[name].status === answer.status &&
      typeof said === 'object' &&
      said !== null &&
      'error' in said &&
      said.error === name,
  );
  if (refusal === undefined) return new RelayFailure('NotARelay');
  const seconds = Number(answer.headers.get('Retry-After') ?? NaN);
  const retryAfter = seconds >= 0 ? Math.min(seconds * 1000, longestWait) : null;
  return new RelayFailure('Refused', { refusal, retryAfter });
}
