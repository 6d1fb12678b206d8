/** A line on which every message is sealed, in order and proven to be the other side's. */
import type { Bytes } from '../../kernel/bytes.ts';
import type { Line } from './line.ts';
import type { Session } from './session.ts';

export interface SealedLine {
  /** Resolves when it is on its way; messages leave in the order of the calls. */
  post(plain: Bytes): Promise<void>;
  /** Null once the line is over, also when a message was forged, replayed, reordered or left out. */
  next(): Promise<Bytes | null>;
  close(): void;
}

export function createSealedLine(line: Line, session: Session): SealedLine {
  let tail = Promise.resolve();
  return {
    post(plain) {
      // WebCrypto may finish a short message before a long one that was sealed first.
      tail = tail.then(async () => {
        line.send(await session.seal(plain));
      });
      return tail;
    },
    async next() {
      const message = await line.next();
      const plain = message?.t === 'sealed' ? await session.open(message) : null;
      if (plain === null) line.close();
      return plain;
    },
    close() {
      line.close();
    },
  };
}
