/** Why a relay says no. Each reason has one status, so that a client needs only the latter. */
import { constant, object, text } from './shape.ts';

export const refusals = {
  malformed: { status: 400, says: 'This is not a request of the protocol.' },
  unauthorised: { status: 401, says: 'The token does not open this vault.' },
  'invite-needed': { status: 403, says: 'A new vault needs an invite code of this relay.' },
  nothing: { status: 404, says: 'There is nothing here.' },
  taken: { status: 409, says: 'There is a message under this name already.' },
  deleted: { status: 410, says: 'This vault was deleted here, on the wish of its owner.' },
  'too-large': { status: 413, says: 'This is larger than the relay takes.' },
  'push-host': { status: 422, says: 'This relay sends to no push service at that address.' },
  'push-ended': { status: 424, says: 'The push service has ended this subscription.' },
  'too-many': { status: 429, says: 'Too many requests; Retry-After says when to come back.' },
  broken: { status: 500, says: 'The relay could not do this; nothing was stored.' },
  'push-failed': { status: 502, says: 'The push service did not take the message.' },
  unavailable: { status: 503, says: 'The relay is out of service for the moment.' },
  full: { status: 507, says: 'The vault has reached the quota of this relay; nothing was stored.' },
} as const;

export type Refusal = keyof typeof refusals;

export const refusalShape = object({
  error: text(/^[a-z-]{1,32}$/, `One of: ${Object.keys(refusals).join(', ')}.`),
  says: text(/^[^\n]{1,200}$/, 'The same in a sentence.'),
});

/** What a healthy relay answers at /healthz. */
export const healthShape = object({ status: constant('ok') });
