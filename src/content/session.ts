/** The page a person takes to their session, and a card of one entry. */
import { session } from './en/session.ts';
import { inTongues } from './spoken.ts';

export type SessionWords = typeof session;
export const sessionIn = inTongues(session);
