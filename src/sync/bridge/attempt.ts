/** One attempt to open a sealed conversation, from connecting to both proofs, within a few seconds. */
import type { Channel, Connect } from './channel.ts';
import { BridgeFailure } from './failure.ts';
import { openSession } from './handshake.ts';
import { createLine } from './line.ts';
import type { Random } from '../../kernel/random.ts';
import { err, type Result } from '../../kernel/result.ts';
import type { Schedule } from '../schedule.ts';
import type { SealedLine } from './sealed-line.ts';
import type { BridgeKeys } from './session.ts';

/** Milliseconds (chosen): a sleeping worker was up in 23 ms when measured. */
const patience = 5_000;

export interface ConnectionOptions {
  readonly random: Random;
  readonly schedule: Schedule;
}

/** `Interrupted`: the line broke on the way, which a dying worker does; another attempt may succeed. */
export type Opened = Result<SealedLine, BridgeFailure | 'Interrupted'>;

export interface Attempt {
  readonly result: Promise<Opened>;
  /** Ends it now, as unreachable. */
  readonly abandon: () => void;
}

export function attemptSession(
  connect: Connect,
  keys: BridgeKeys,
  { random, schedule }: ConnectionOptions,
): Attempt {
  let channel: Channel | null = null;
  let over = false;
  let settle: (opened: Opened) => void = () => undefined;
  const result = new Promise<Opened>((resolve) => {
    settle = resolve;
  });

  const finish = (opened: Opened): void => {
    if (over) return;
    over = true;
    stopWaiting();
    if (!opened.ok) channel?.close();
    settle(opened);
  };
  const stopWaiting = schedule(() => {
    finish(err(new BridgeFailure('TimedOut')));
  }, patience);

  const run = async (): Promise<Opened> => {
    const connected = await connect();
    // It came after we gave up: nobody would ever close it.
    if (over) connected.close();
    if (over) return err('Interrupted');
    channel = connected;
    return openSession(createLine(connected), keys, random);
  };
  run().then(finish, (error: unknown) => {
    finish(err(new BridgeFailure('Unreachable', String(error))));
  });

  return {
    result,
    abandon() {
      finish(err(new BridgeFailure('Unreachable', 'closed')));
    },
  };
}
