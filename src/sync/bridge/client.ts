/**
 * The extension as a sync peer of the page. The worker behind it dies whenever the browser likes, so every
 * request may open a new conversation and be asked again: pulls and pushes are safe to repeat.
 */
import type { Bytes } from '../../kernel/bytes.ts';
import type { SyncPeer } from '../peer.ts';
import type { Answer } from './answers.ts';
import { bridgePeerName, type Connect } from './channel.ts';
import type { ConnectionOptions } from './attempt.ts';
import { createConnection, type BridgeState } from './connection.ts';
import { BridgeFailure } from './failure.ts';
import { serialiseRequest, longestBatch, type Request } from './requests.ts';
import type { BridgeKeys } from './session.ts';
import { longestPlain } from './sealed-line.ts';

/** Tries of one request over dying workers (chosen): each try starts the worker afresh. */
const tries = 3;
/** Milliseconds for one request with all its tries (chosen): a push of 500 rows takes well under a second. */
const requestPatience = 20_000;

export interface BridgePeer extends SyncPeer {
  readonly state: BridgeState;
  onState(listener: () => void): () => void;
  /** While on, a lost line is opened again by itself; for a page that is in view. */
  stayConnected(on: boolean): void;
  /** Ends everything for good; open requests reject. */
  close(): void;
}

/** `pull` and `push` reject with a {@link BridgeFailure}, and never hang. */
export function createBridgePeer(
  connect: Connect,
  keys: BridgeKeys,
  options: ConnectionOptions,
): BridgePeer {
  const connection = createConnection(connect, keys, options);
  let lastId = 0;

  const ask = async (id: number, bytes: Bytes, expired: () => boolean): Promise<Answer> => {
    for (let tried = 0; tried < tries && !expired(); tried++) {
      const talk = await connection.reach();
      const answer = await talk?.ask(id, bytes);
      if (answer?.kind === 'refused') throw new BridgeFailure('Refused', answer.reason);
      if (answer) return answer;
    }
    throw new BridgeFailure('Unreachable');
  };

  const request = (content: Request): Promise<Answer> => {
    const bytes = serialiseRequest(content);
    if (bytes.length > longestPlain)
      return Promise.reject(new BridgeFailure('Refused', 'too-large'));
    return new Promise((resolve, reject) => {
      let expired = false;
      const cancel = options.schedule(() => {
        expired = true;
        reject(new BridgeFailure('TimedOut'));
        // It did not answer in time, so the next request starts on a fresh line.
        connection.drop();
      }, requestPatience);
      ask(content.id, bytes, () => expired)
        .then(resolve, reject)
        .finally(cancel);
    });
  };

  return {
    name: bridgePeerName,
    batchRows: longestBatch,
    get state() {
      return connection.state;
    },
    onState: connection.onState,
    onChange: connection.onChange,
    stayConnected: connection.stayConnected,
    close: connection.close,
    async pull({ seq, wit }) {
      const answer = await request({ kind: 'pull', id: ++lastId, seq, wit });
      if (answer.kind === 'pulled') return answer.answer;
      throw new BridgeFailure('Refused', 'answered a pull with a push');
    },
    async push(items) {
      if (items.length > longestBatch) throw new BridgeFailure('Refused', 'too-large');
      const answer = await request({ kind: 'push', id: ++lastId, items });
      if (answer.kind === 'pushed') return answer.answer;
      throw new BridgeFailure('Refused', 'answered a push with a pull');
    },
  };
}
