/**
 * A line on which every message is sealed, in order and proven to be the other side's. What is longer than one
 * message goes over in parts, so that no record is too long for the bridge.
 */
import { concat, type Bytes } from '../../kernel/bytes.ts';
import type { Line } from './line.ts';
import type { Session } from './session.ts';
import { longestSealed } from './wire.ts';

export interface SealedLine {
  /** Resolves when it is on its way; messages leave in the order of the calls. At most {@link longestPlain}. */
  post(plain: Bytes): Promise<void>;
  /** Null once the line is over, also when a message was forged, replayed, reordered or left out. */
  next(): Promise<Bytes | null>;
  close(): void;
}

/** Bytes (chosen): the largest record that can be sealed (32 MB before it is packed), padded, and its head. */
export const longestPlain = 40_000_000;

const [more, last] = [1, 0];
/** Beside the part: the byte that says whether more come, and the tag of the seal. */
const longestPart = longestSealed - 17;

export function createSealedLine(line: Line, session: Session): SealedLine {
  let tail = Promise.resolve();

  const nextPart = async (): Promise<Bytes | null> => {
    const message = await line.next();
    return message?.t === 'sealed' ? session.open(message) : null;
  };

  const read = async (): Promise<Bytes | null> => {
    const parts: Bytes[] = [];
    for (let length = 0; ;) {
      const part = await nextPart();
      const flag = part?.[0];
      if (!part || (flag !== more && flag !== last)) return null;
      length += part.length - 1;
      if (length > longestPlain) return null;
      parts.push(part.subarray(1));
      // Nearly every message is one part: a megabyte that need not be copied.
      if (flag === last) return parts.length === 1 ? part.subarray(1) : concat(...parts);
    }
  };

  return {
    post(plain) {
      // WebCrypto may finish a short message before a long one that was sealed first.
      tail = tail.then(async () => {
        let at = 0;
        do {
          const part = plain.subarray(at, at + longestPart);
          at += part.length;
          const flag = Uint8Array.of(at < plain.length ? more : last);
          line.send(await session.seal(concat(flag, part)));
        } while (at < plain.length);
      });
      return tail;
    },
    async next() {
      const plain = await read();
      if (plain === null) line.close();
      return plain;
    },
    close() {
      line.close();
    },
  };
}
