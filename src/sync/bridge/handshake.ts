/**
 * How a conversation begins: a nonce each, then one sealed word each that only a holder of the same seed can
 * say. The vault is never named, so a stranger learns nothing but that their seed is another one.
 */
import { sameBytes, utf8, type Bytes } from '../../kernel/bytes.ts';
import type { Random } from '../../kernel/random.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import { BridgeFailure, refusalToFailure } from './failure.ts';
import type { Line } from './line.ts';
import { createSealedLine, type SealedLine } from './sealed-line.ts';
import { deriveSession, type BridgeKeys } from './session.ts';
import { bridgeVersion, nonceLength, type Message } from './wire.ts';

const ready: Bytes = utf8('ready');
const isReady = (plain: Bytes): boolean => sameBytes(plain, ready);

/** The page's half. A line that ends on the way is `Interrupted`: the worker may just have died. */
export async function openSession(
  line: Line,
  keys: BridgeKeys,
  random: Random,
): Promise<Result<SealedLine, BridgeFailure | 'Interrupted'>> {
  const nonce = random(nonceLength);
  line.send({ t: 'hello', v: bridgeVersion, nonce });
  const welcome = await line.next();
  if (welcome?.t !== 'welcome') return refused(line, welcome);
  const session = await deriveSession(keys, 'page', { page: nonce, host: welcome.nonce });
  line.send(await session.seal(ready));
  const first = await line.next();
  if (first?.t !== 'sealed') return refused(line, first);
  const plain = await session.open(first);
  if (plain && isReady(plain)) return ok(createSealedLine(line, session));
  line.close();
  return err(new BridgeFailure('DifferentJournal'));
}

function refused(
  line: Line,
  message: Message | null,
): Result<never, BridgeFailure | 'Interrupted'> {
  line.close();
  return err(message?.t === 'refuse' ? refusalToFailure(message.reason) : 'Interrupted');
}

/** The extension's half, after a hello. Null when the page is of another journal; the line is closed then. */
export async function acceptSession(
  line: Line,
  hello: Message<'hello'>,
  keys: BridgeKeys,
  random: Random,
): Promise<SealedLine | null> {
  const nonce = random(nonceLength);
  const session = await deriveSession(keys, 'host', { page: hello.nonce, host: nonce });
  line.send({ t: 'welcome', nonce });
  line.send(await session.seal(ready));
  const first = await line.next();
  const plain = first?.t === 'sealed' ? await session.open(first) : null;
  if (plain && isReady(plain)) return createSealedLine(line, session);
  if (first?.t === 'sealed') line.send({ t: 'refuse', reason: 'different-journal' });
  line.close();
  return null;
}
