/**
 * The extension's end of the bridge: one conversation per channel, either a sealed session or a pairing. What
 * comes in is from any script on the page's origin; anything that is not right ends the channel unread.
 */
import type { Random } from '../../kernel/random.ts';
import type { SyncPeer } from '../peer.ts';
import { pageOf, serialiseNotice, type Notice } from './answers.ts';
import type { Channel } from './channel.ts';
import { acceptSession } from './handshake.ts';
import { createLine, type Line } from './line.ts';
import type { PairingDesk } from '../pairing/desk.ts';
import { parseRequest, type Request } from './requests.ts';
import { longestPlain, type SealedLine } from './sealed-line.ts';
import type { BridgeKeys } from './session.ts';
import { bridgeVersion, type Message } from './wire.ts';

export interface BridgeService {
  /** Null while there is no journal to share. */
  readonly keys: () => Promise<BridgeKeys | null>;
  readonly host: Pick<SyncPeer, 'pull' | 'push'>;
  /** Something the page may not have yet; called as often as it should hear of it. */
  readonly onChanged: (listener: () => void) => () => void;
  readonly pairing: PairingDesk;
  readonly random: Random;
  /** Takes what went wrong on our own side; the page only learns that it did not work. */
  readonly report: (error: unknown) => void;
}

/** Call it in the turn in which the channel arrives. */
export function serveBridge(channel: Channel, service: BridgeService): void {
  const line = createLine(channel);
  serve(line, service)
    .catch(service.report)
    .finally(() => {
      line.close();
    });
}

async function serve(line: Line, service: BridgeService): Promise<void> {
  const first = await line.next();
  if (first?.t === 'hello') await serveSession(line, first, service);
  else if (first?.t === 'pair-ask') await service.pairing.accept(line, first);
}

async function serveSession(
  line: Line,
  hello: Message<'hello'>,
  service: BridgeService,
): Promise<void> {
  if (hello.v !== bridgeVersion) {
    line.send({ t: 'refuse', reason: 'version' });
    return;
  }
  const keys = await service.keys().catch((error: unknown) => {
    line.send({ t: 'refuse', reason: 'unavailable' });
    throw error;
  });
  if (!keys) {
    line.send({ t: 'refuse', reason: 'not-paired' });
    return;
  }
  const sealed = await acceptSession(line, hello, keys, service.random);
  if (!sealed) return;
  const stop = service.onChanged(() => {
    // A seal that cannot be made is a bug of ours, not the listener's.
    sealed.post(serialiseNotice({ kind: 'changed' })).catch(service.report);
  });
  try {
    await answerAll(sealed, service);
  } finally {
    stop();
  }
}

/** While one request is being answered the next is taken on already, and no more than that one. */
async function answerAll(sealed: SealedLine, service: BridgeService): Promise<void> {
  let before: Promise<void> = Promise.resolve();
  for (;;) {
    const plain = await sealed.next();
    const request = plain && parseRequest(plain);
    await before;
    if (!request) return;
    before = answerOne(request, sealed, service);
    before.catch(() => {
      // Ends the wait for a next request; the error itself is thrown there.
      sealed.close();
    });
  }
}

async function answerOne(
  request: Request,
  sealed: SealedLine,
  service: BridgeService,
): Promise<void> {
  try {
    await sealed.post(fitting(await answered(request, service.host)));
  } catch (error) {
    await sealed.post(serialiseNotice({ kind: 'refused', id: request.id, reason: 'unavailable' }));
    throw error;
  }
}

async function answered(request: Request, host: BridgeService['host']): Promise<Notice> {
  const { id } = request;
  if (request.kind === 'push')
    return { kind: 'pushed', id, answer: await host.push(request.items) };
  const answer = await host.pull({ seq: request.seq, wit: request.wit });
  return { kind: 'pulled', id, answer: pageOf(answer) };
}

function fitting(notice: Notice): ReturnType<typeof serialiseNotice> {
  const plain = serialiseNotice(notice);
  if (plain.length <= longestPlain || notice.kind === 'changed') return plain;
  return serialiseNotice({ kind: 'refused', id: notice.id, reason: 'too-large' });
}
