/** One request to a relay: within its time, within its size, and answered by a relay and nobody else. */
import type { Bytes } from '../../kernel/bytes.ts';
import { longestBody } from '../protocol/limits.ts';
import { inviteHeader } from '../protocol/names.ts';
import type { Schedule } from '../schedule.ts';
import { failureOf, RelayFailure } from './failure.ts';

export type Fetch = (address: string, request: RequestInit) => Promise<Response>;

export const systemFetch: Fetch = (address, request) => fetch(address, request);

export interface RelayAddress {
  /** Scheme, host and port. */
  readonly origin: string;
  /** A message in the mailbox needs none: whoever knows its name may read it. */
  readonly token?: string;
  /** Only a first visit needs it, and one after the relay lost everything. */
  readonly invite?: string;
}

export interface RelayAccess extends RelayAddress {
  /** The vault's public name. */
  readonly vault: string;
  readonly token: string;
}

export interface Question {
  readonly method: string;
  readonly path: string;
  readonly type?: string;
  readonly body?: Bytes | string;
  /** What the answer has to be; null when it has nothing to say. */
  readonly accept: string | null;
}

/** A login page would answer 200 to anything. */
const nothingToSay = 204;

/** No cookie, no referrer, no cache and no detour: the request says what it says, to whom it says it. */
export function ask(
  { origin, token, invite }: RelayAddress,
  { method, path, type, body, accept }: Question,
  fetch: Fetch,
  signal: AbortSignal,
): Promise<Response> {
  const headers = new Headers();
  if (token !== undefined) headers.set('Authorization', `Bearer ${token}`);
  if (accept !== null) headers.set('Accept', accept);
  if (type !== undefined) headers.set('Content-Type', type);
  if (invite !== undefined) headers.set(inviteHeader, invite);
  return fetch(`${origin}${path}`, {
    method,
    headers,
    ...(body !== undefined && { body }),
    signal,
    credentials: 'omit',
    cache: 'no-store',
    redirect: 'error',
    referrerPolicy: 'no-referrer',
    mode: 'cors',
  });
}

/** The body of an answer of the right kind; `patience` is in milliseconds, for all of it. */
export async function askForBytes(
  access: RelayAddress,
  question: Question,
  fetch: Fetch,
  schedule: Schedule,
  patience: number,
): Promise<Bytes> {
  const end = new AbortController();
  const stopWaiting = schedule(() => {
    end.abort();
  }, patience);
  try {
    const answer = await ask(access, question, fetch, end.signal);
    if (!answer.ok) throw await failureOf(answer);
    const isMeant =
      question.accept === null
        ? answer.status === nothingToSay
        : answer.headers.get('Content-Type') === question.accept;
    if (!isMeant) throw new RelayFailure('NotARelay');
    return await readAtMost(answer, longestBody);
  } catch (failure) {
    if (failure instanceof RelayFailure) throw failure;
    throw new RelayFailure(end.signal.aborted ? 'TimedOut' : 'Unreachable');
  } finally {
    stopWaiting();
    end.abort(); // also what is left of an answer that is too long
  }
}

/** Measured as it comes: a page without end shall not fill the memory first. */
async function readAtMost(answer: Response, most: number): Promise<Bytes> {
  const parts: Uint8Array[] = [];
  let length = 0;
  const reader = answer.body?.getReader();
  for (;;) {
    const part = await reader?.read();
    if (part?.value === undefined) break;
    length += part.value.length;
    if (length > most) throw new RelayFailure('NotARelay');
    parts.push(part.value);
  }
  const whole = new Uint8Array(length);
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
