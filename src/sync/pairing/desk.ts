/**
 * The side of pairing that holds the seed. Only the person, in a window of its own, lets it out; one attempt
 * at a time, and its keys live in memory only: a worker that dies takes the attempt with it.
 */
import { sameBytes, type Bytes } from '../../kernel/bytes.ts';
import type { Random } from '../../kernel/random.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import type { Line } from '../bridge/line.ts';
import { createListeners } from '../listeners.ts';
import {
  agree,
  commitTo,
  commonGroup,
  createKeyPair,
  supportedGroups,
  type PairingKeys,
} from './crypto.ts';
import type { PairingFailure } from './ask-to-pair.ts';
import type { Schedule } from '../schedule.ts';
import {
  bridgeVersion,
  nonceLength,
  pairingPatience,
  type Group,
  type Message,
  type RefuseReason,
} from '../bridge/wire.ts';

/** Five attempts in ten minutes (chosen): a guesser's chance stays at five in a million. */
const attemptWindow = 600_000;
const mostAttempts = 5;

export interface PairingDesk {
  /** Serves one asking page until its attempt is over, however it ends. */
  accept(line: Line, ask: Message<'pair-ask'>): Promise<void>;
  /** The digits that wait for the person, and when the page asked (epoch ms). */
  pending(): { readonly digits: string; readonly at: number } | null;
  onChange(listener: () => void): () => void;
  /** Resolves when the page has proven that it holds the seed, or will not. */
  confirm(): Promise<Result<null, PairingFailure>>;
  decline(): void;
}

export interface DeskOptions {
  readonly seed: () => Promise<Bytes>;
  /** Epoch milliseconds. */
  readonly now: () => number;
  readonly schedule: Schedule;
  readonly random: Random;
  /** Times of the latest attempts. Kept outside, or a dying worker would forget the limit. No secret. */
  readonly attempts: {
    load(): Promise<readonly number[]>;
    save(times: readonly number[]): Promise<void>;
  };
  readonly groups?: readonly Group[];
}

type Verdict = 'confirmed' | 'declined' | 'left';

interface Attempt {
  readonly at: number;
  readonly line: Line;
  /** Null until both sides can show them. */
  keys: PairingKeys | null;
  decide: (verdict: Verdict) => void;
  /** What whoever confirmed waits for. */
  confirmed: Promise<Result<null, PairingFailure>> | null;
  outcome: (result: Result<null, PairingFailure>) => void;
}

export function createPairingDesk(options: DeskOptions): PairingDesk {
  const { now, random, schedule } = options;
  const changed = createListeners();
  let current: Attempt | null = null;

  const isAllowed = async (): Promise<boolean> => {
    const since = now() - attemptWindow;
    const recent = (await options.attempts.load()).filter((time) => time > since);
    if (recent.length >= mostAttempts) return false;
    await options.attempts.save([...recent, now()]);
    return true;
  };

  const negotiate = async (
    line: Line,
    ask: Message<'pair-ask'>,
  ): Promise<PairingKeys | RefuseReason | null> => {
    if (ask.v !== bridgeVersion) return 'version';
    const group = commonGroup(options.groups ?? (await supportedGroups()), ask.groups);
    if (!group) return 'unsupported';
    line.send({ t: 'pair-agree', group });
    const commitment = await line.next();
    if (commitment?.t !== 'pair-commit') return null;
    const pair = await createKeyPair(group);
    const offer = { publicKey: pair.publicKey, nonce: random(nonceLength) };
    line.send({ t: 'pair-offer', ...offer });
    const reveal = await line.next();
    if (reveal?.t !== 'pair-reveal') return null;
    const { commit } = commitment;
    if (!sameBytes(commit, await commitTo(group, reveal))) return 'tampered';
    const transcript = { groups: ask.groups, group, commit, offer, reveal };
    return (await agree(pair.secret, reveal.publicKey, transcript)) ?? 'tampered';
  };

  const handOver = async (
    { line }: Attempt,
    keys: PairingKeys,
    receipt: Promise<Message | null>,
  ): Promise<Result<null, PairingFailure>> => {
    const seed = await options.seed().catch((error: unknown) => {
      line.send({ t: 'refuse', reason: 'unavailable' });
      throw error;
    });
    line.send(await keys.sealSeed(seed, random(12)));
    const received = await receipt;
    if (received?.t !== 'pair-received') return err({ type: 'Interrupted' });
    const isProven = await keys.isProven(seed, received.proof);
    return isProven ? ok(null) : err({ type: 'Tampered' });
  };

  const run = async (attempt: Attempt, ask: Message<'pair-ask'>): Promise<void> => {
    const { line } = attempt;
    if (!(await isAllowed())) {
      line.send({ t: 'refuse', reason: 'too-many' });
      return;
    }
    const keys = await negotiate(line, ask);
    if (keys === null || typeof keys === 'string') {
      if (keys !== null) line.send({ t: 'refuse', reason: keys });
      return;
    }
    const decided = new Promise<Verdict>((resolve) => {
      attempt.decide = resolve;
    });
    attempt.keys = keys;
    changed.call();
    const receipt = line.next();
    const verdict = await Promise.race([decided, receipt.then((): Verdict => 'left')]);
    if (verdict === 'confirmed') attempt.outcome(await handOver(attempt, keys, receipt));
    else if (verdict === 'declined') line.send({ t: 'refuse', reason: 'declined' });
  };

  return {
    async accept(line, ask) {
      if (current) {
        line.send({ t: 'refuse', reason: 'busy' });
        line.close();
        return;
      }
      const nothing = (): void => undefined;
      const attempt: Attempt = {
        at: now(),
        line,
        keys: null,
        decide: nothing,
        confirmed: null,
        outcome: nothing,
      };
      current = attempt;
      const cancelExpiry = schedule(() => {
        line.send({ t: 'refuse', reason: 'expired' });
        attempt.outcome(err({ type: 'Expired' }));
        line.close();
      }, pairingPatience);
      try {
        await run(attempt, ask);
      } finally {
        cancelExpiry();
        line.close();
        current = null;
        attempt.outcome(err({ type: 'Interrupted' }));
        if (attempt.keys && !attempt.confirmed) changed.call();
      }
    },
    pending() {
      if (!current?.keys || current.confirmed) return null;
      return { digits: current.keys.digits, at: current.at };
    },
    onChange: changed.add,
    confirm() {
      const attempt = current;
      if (!attempt?.keys) return Promise.resolve(err({ type: 'Interrupted' }));
      // A timer may be late in a worker that slept; the clock is not.
      if (now() - attempt.at >= pairingPatience) {
        attempt.line.send({ t: 'refuse', reason: 'expired' });
        attempt.line.close();
        return Promise.resolve(err({ type: 'Expired' }));
      }
      if (!attempt.confirmed) {
        attempt.confirmed = new Promise((resolve) => {
          attempt.outcome = resolve;
        });
        attempt.decide('confirmed');
        changed.call();
      }
      return attempt.confirmed;
    },
    decline() {
      current?.decide('declined');
    },
  };
}
