/**
 * Two devices that meet at a relay by a code. What they say is what the extension and the page say: a key
 * agreement bound before either key is seen, digits to compare, and the seed only when the person said yes.
 */
import type { Bytes } from '../../kernel/bytes.ts';
import type { Random } from '../../kernel/random.ts';
import { err, type Result } from '../../kernel/result.ts';
import { createLine } from '../bridge/line.ts';
import { createPairingDesk } from './desk.ts';
import { askToPair, type Pairing, type PairingFailure } from './ask-to-pair.ts';
import type { Fetch } from '../relay/ask.ts';
import { mailboxAt } from '../relay/mail.ts';
import type { Schedule } from '../schedule.ts';
import type { PairingCode } from './code.ts';
import { createMailChannel, type Side } from './mail-channel.ts';

export interface MeetingParts {
  readonly fetch: Fetch;
  readonly random: Random;
  readonly schedule: Schedule;
  /** Epoch milliseconds. */
  readonly now: () => number;
}

/** Milliseconds that a code stands on the screen (sync design, §3.8). */
export const codeWaits = 10 * 60_000;

/**
 * Four of the six (sync design, §3.8): whoever wants to be taken for the other device must have seen the code
 * besides, and has one try.
 */
const shortDigits = (digits: string): string => digits.slice(-4);

const channelOf = (
  { origin, secret }: PairingCode,
  side: Side,
  { fetch, random, schedule }: MeetingParts,
): ReturnType<typeof createMailChannel> =>
  createMailChannel(mailboxAt(origin, fetch, schedule), secret, side, { random, schedule });

export interface Showing {
  /** The digits to compare, once the other device has come. */
  readonly digits: Promise<Result<string, PairingFailure>>;
  /** The person says that they match; resolves when the other device has proven that it holds the seed. */
  confirm(): Promise<Result<null, PairingFailure>>;
  /** They differ, or the person has thought better of it. */
  decline(): void;
}

/** The device whose journal the other one joins. One code, one attempt. */
export function showCode(code: PairingCode, seed: () => Bytes, parts: MeetingParts): Showing {
  const { now, random, schedule } = parts;
  const desk = createPairingDesk({
    seed: () => Promise.resolve(seed()),
    now,
    schedule,
    random,
    // Whoever comes after the first finds no letter: there is nothing to count.
    attempts: { load: () => Promise.resolve([]), save: () => Promise.resolve() },
  });
  let close: () => void = () => undefined;
  let isOver = false;
  const digits = new Promise<Result<string, PairingFailure>>((resolve) => {
    const end = (type: PairingFailure['type']): void => {
      isOver = true;
      stopWaiting();
      close();
      resolve(err({ type }));
    };
    const stopWaiting = schedule(() => {
      end('Expired');
    }, codeWaits);
    desk.onChange(() => {
      const pending = desk.pending();
      if (pending) resolve({ ok: true, value: shortDigits(pending.digits) });
    });
    const run = async (): Promise<void> => {
      const line = createLine(await channelOf(code, 'shows', parts));
      close = () => {
        line.close();
      };
      if (isOver) close();
      const ask = await line.next();
      stopWaiting();
      if (ask?.t === 'pair-ask') await desk.accept(line, ask);
      end('Interrupted');
    };
    run().catch((failure: unknown) => {
      end('Interrupted');
      throw failure;
    });
  });
  return {
    digits,
    confirm: () => desk.confirm(),
    decline() {
      desk.decline();
      // Before anybody has come there is nothing to refuse, only a line to close.
      if (!desk.pending()) close();
    },
  };
}

/** The device that joins: it is given the seed, and nothing here has changed until then. */
export function takeCode(code: PairingCode, parts: MeetingParts): Pairing {
  const { random, schedule } = parts;
  const pairing = askToPair(() => channelOf(code, 'takes', parts), { random, schedule });
  return {
    ...pairing,
    digits: pairing.digits.then((shown) =>
      shown.ok ? { ok: true, value: shortDigits(shown.value) } : shown,
    ),
  };
}
