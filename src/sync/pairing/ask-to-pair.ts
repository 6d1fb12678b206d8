/**
 * The side of pairing that asks: it shows digits, and is given the other's seed if the person confirms them
 * over there. Until then nothing here has changed.
 */
import type { Bytes } from '../../kernel/bytes.ts';
import type { Random } from '../../kernel/random.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { Channel, Connect } from '../bridge/channel.ts';
import { createLine, type Line } from '../bridge/line.ts';
import { agree, commitTo, createKeyPair, supportedGroups } from './crypto.ts';
import type { Schedule } from '../schedule.ts';
import {
  bridgeVersion,
  nonceLength,
  pairingPatience,
  type Group,
  type Message,
} from '../bridge/wire.ts';

/** Added on this side (chosen), so that the other's own word about the end arrives first. */
const grace = 5_000;

export interface PairingFailure {
  readonly type:
    | 'Unreachable'
    /** The worker or the page went away half-way; trying again is all it takes. */
    | 'Interrupted'
    | 'Declined'
    | 'Expired'
    /** Another pairing is under way. */
    | 'Busy'
    /** Asked too often in a short time. */
    | 'TooMany'
    /** The two browsers share no key agreement, or speak other versions. */
    | 'Unsupported'
    /** Something between the two sides changed what they said. */
    | 'Tampered'
    | 'Cancelled'
    /** The other side could not read its own journal. */
    | 'Unavailable';
}

export interface Pairing {
  /** To be compared with those on the other side. */
  readonly digits: Promise<Result<string, PairingFailure>>;
  /** The other's seed, 16 bytes. */
  readonly seed: Promise<Result<Bytes, PairingFailure>>;
  cancel(): void;
}

export interface PairingOptions {
  readonly random: Random;
  readonly schedule: Schedule;
  /** What this browser can do, when already known. */
  readonly groups?: readonly Group[];
}

export function askToPair(connect: Connect, options: PairingOptions): Pairing {
  let finish: (outcome: Result<Bytes, PairingFailure>) => void = () => undefined;
  const seed = new Promise<Result<Bytes, PairingFailure>>((resolve) => {
    finish = resolve;
  });
  let show: (digits: Result<string, PairingFailure>) => void = () => undefined;
  const digits = new Promise<Result<string, PairingFailure>>((resolve) => {
    show = resolve;
  });

  let channel: Channel | null = null;
  let over = false;
  const end = (outcome: Result<Bytes, PairingFailure>): void => {
    if (over) return;
    over = true;
    stopWaiting();
    channel?.close();
    if (!outcome.ok) show(outcome);
    finish(outcome);
  };
  const stopWaiting = options.schedule(() => {
    end(err({ type: 'Expired' }));
  }, pairingPatience + grace);

  const run = async (): Promise<Result<Bytes, PairingFailure>> => {
    const opened = await Promise.resolve()
      .then(connect)
      .catch(() => null);
    if (!opened) return err({ type: 'Unreachable' });
    channel = opened;
    if (over) opened.close();
    if (over) return err({ type: 'Cancelled' });
    return converse(createLine(opened), options, (text) => {
      show(ok(text));
    });
  };
  run().then(end, (error: unknown) => {
    end(err({ type: 'Interrupted' }));
    throw error;
  });

  return {
    digits,
    seed,
    cancel() {
      end(err({ type: 'Cancelled' }));
    },
  };
}

async function converse(
  line: Line,
  { random, groups: known }: PairingOptions,
  show: (digits: string) => void,
): Promise<Result<Bytes, PairingFailure>> {
  const groups = known ?? (await supportedGroups());
  line.send({ t: 'pair-ask', v: bridgeVersion, groups });
  const agreed = await line.next();
  if (agreed?.t !== 'pair-agree') return err(failureOf(agreed));
  const { group } = agreed;
  if (!groups.includes(group)) return err({ type: 'Tampered' });

  const pair = await createKeyPair(group);
  const reveal = { publicKey: pair.publicKey, nonce: random(nonceLength) };
  // Bound before their key is seen, so nobody can search for a key that makes the digits come out right.
  const commit = await commitTo(group, reveal);
  line.send({ t: 'pair-commit', commit });
  const offer = await line.next();
  if (offer?.t !== 'pair-offer') return err(failureOf(offer));
  line.send({ t: 'pair-reveal', ...reveal });

  const keys = await agree(pair.secret, offer.publicKey, { groups, group, commit, offer, reveal });
  if (!keys) return err({ type: 'Tampered' });
  show(keys.digits);

  const sealed = await line.next();
  if (sealed?.t !== 'pair-seed') return err(failureOf(sealed));
  const seed = await keys.openSeed(sealed);
  if (!seed) return err({ type: 'Tampered' });
  line.send({ t: 'pair-received', proof: await keys.prove(seed) });
  return ok(seed);
}

function failureOf(message: Message | null): PairingFailure {
  if (message?.t !== 'refuse') return { type: message === null ? 'Interrupted' : 'Tampered' };
  switch (message.reason) {
    case 'declined':
      return { type: 'Declined' };
    case 'expired':
      return { type: 'Expired' };
    case 'busy':
      return { type: 'Busy' };
    case 'too-many':
      return { type: 'TooMany' };
    case 'unsupported':
    case 'version':
      return { type: 'Unsupported' };
    case 'unavailable':
      return { type: 'Unavailable' };
    case 'tampered':
    case 'not-paired':
    case 'different-journal':
      return { type: 'Tampered' };
  }
}
