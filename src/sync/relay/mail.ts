/** The relay's mailbox: a sealed message waits there for one reader, ten minutes at most. */
import type { Bytes } from '../../kernel/bytes.ts';
import { mailPath } from '../protocol/routes.ts';
import type { Schedule } from '../schedule.ts';
import { askForBytes, type Fetch } from './ask.ts';
import { RelayFailure } from './failure.ts';

/** Milliseconds for one message (chosen): it is small, and the next look follows at once. */
const patience = 15_000;

const mailType = 'application/octet-stream';

export interface Mailbox {
  /** Rejects with a {@link RelayFailure}, `taken` among them when something waits there already. */
  leave(id: string, sealed: Bytes): Promise<void>;
  /** Null while nothing waits under this name. What is collected is gone from the relay. */
  collect(id: string): Promise<Bytes | null>;
}

export function mailboxAt(origin: string, fetch: Fetch, schedule: Schedule): Mailbox {
  return {
    async leave(id, sealed) {
      const question = { method: 'PUT', path: mailPath(id), type: mailType, accept: null };
      await askForBytes({ origin }, { ...question, body: sealed }, fetch, schedule, patience);
    },
    async collect(id) {
      const question = { method: 'GET', path: mailPath(id), accept: mailType };
      try {
        return await askForBytes({ origin }, question, fetch, schedule, patience);
      } catch (failure) {
        if (failure instanceof RelayFailure && failure.refusal === 'nothing') return null;
        throw failure;
      }
    },
  };
}
