/** A relay as a sync peer: it stores sealed rows and says which of them are new, and is believed in nothing else. */
import type { Random } from '../../kernel/random.ts';
import { revOf } from '../../kernel/revision.ts';
import { longestRow, mostRows } from '../protocol/limits.ts';
import { parsePage, serialiseQuestion } from '../protocol/pull.ts';
import { parseTaken, serialisePush } from '../protocol/push.ts';
import { vaultPath } from '../protocol/routes.ts';
import { rowsType } from '../protocol/rows.ts';
import type { PushAnswer, PushItem, SyncPeer } from '../peer.ts';
import type { Schedule } from '../schedule.ts';
import { askForBytes, type Fetch, type Question, type RelayAccess } from './ask.ts';
import { openStream } from './events.ts';
import { RelayFailure } from './failure.ts';

/** Milliseconds for one request (chosen): a page of a megabyte at 20 kB a second. */
const patience = 60_000;
/** Rows that a device with nothing asks for first (chosen): soon there is something to read, and storing begins. */
const firstPage = 250;

export interface RelayOptions {
  readonly fetch: Fetch;
  readonly schedule: Schedule;
  readonly random: Random;
  /** Rows in one page or push; tests ask for small ones. */
  readonly rows?: number;
}

/** `free`: it is not held there, and would be taken in. */
export type Standing = 'held' | 'free';

export interface RelayPeer extends SyncPeer {
  /** Whether this vault is there. Asking makes none. */
  look(): Promise<Standing>;
  /** Deletes everything of this vault at the relay; other devices hear so when they next ask. */
  remove(): Promise<void>;
}

/** `pull`, `push`, `look` and `remove` reject with a {@link RelayFailure}, and never hang. */
export function createRelayPeer(access: RelayAccess, options: RelayOptions): RelayPeer {
  const { fetch, schedule, random, rows = mostRows } = options;
  const { vault } = access;
  /** Where the vault's counter stood when we last heard: a stream that says the same is no news. */
  let known: number | null = null;
  /** The stream may be faster than the answer to the push that it tells of. */
  let pushing: Promise<unknown> = Promise.resolve();

  const bytesOf = (question: Question): ReturnType<typeof askForBytes> =>
    askForBytes(access, question, fetch, schedule, patience);

  const send = async (items: readonly PushItem[]): Promise<PushAnswer> => {
    // What no relay takes stays here, unsynced; the others need not wait for it.
    const fit = items.filter(({ ct }) => ct.length <= longestRow);
    const answer = await bytesOf({
      method: 'POST',
      path: vaultPath('push', vault),
      type: rowsType,
      body: serialisePush(fit),
      accept: rowsType,
    });
    const taken = parseTaken(answer, fit);
    if (!taken) throw new RelayFailure('NotARelay');
    const { epoch, from, wit, conflicts } = taken;
    if (known === from) known = wit.seq;
    const revs = new Map(fit.map(({ id, ct }) => [id, revOf(ct)]));
    const ok = taken.ok.flatMap((id) => {
      const rev = revs.get(id);
      return rev === undefined ? [] : [{ id, rev }];
    });
    return { epoch, from, wit, ok, conflicts };
  };

  return {
    name: `relay ${access.origin}`,
    batchRows: rows,

    async pull({ seq: since, wit, limit = since === 0 ? Math.min(rows, firstPage) : rows }) {
      const question = { since, wit, limit };
      const answer = await bytesOf({
        method: 'POST',
        path: vaultPath('pull', vault),
        type: 'application/json',
        body: serialiseQuestion(question),
        accept: rowsType,
      });
      const page = parsePage(answer, question);
      if (!page) throw new RelayFailure('NotARelay');
      if (page.reset) return page;
      const seq = page.rows.at(-1)?.seq ?? since;
      const more = seq < page.wit.seq;
      if (!more) known = seq;
      return { ...page, seq, more };
    },

    push(items) {
      const answer = send(items);
      pushing = Promise.allSettled([pushing, answer]);
      return answer;
    },

    onChange(listener) {
      return openStream({ access, fetch, schedule, random }, (seq) => {
        void pushing.then(() => {
          if (seq !== known) listener();
        });
      });
    },

    async look() {
      const question = { method: 'GET', path: vaultPath('look', vault), accept: null };
      try {
        await bytesOf(question);
        return 'held';
      } catch (failure) {
        if (failure instanceof RelayFailure && failure.refusal === 'nothing') return 'free';
        throw failure;
      }
    },

    async remove() {
      await bytesOf({ method: 'DELETE', path: vaultPath('remove', vault), accept: null });
    },
  };
}
