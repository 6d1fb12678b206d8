/** Keeps at most one open conversation with the extension, and opens it again when it is lost. */
import type { Random } from '../../kernel/random.ts';
import type { Channel, Connect } from './channel.ts';
import { BridgeFailure, type BridgeFailureType } from './failure.ts';
import { openSession } from './handshake.ts';
import { createLine } from './line.ts';
import { createListeners } from './listeners.ts';
import type { Schedule } from './schedule.ts';
import type { BridgeKeys } from './session.ts';
import { createTalk, type Talk } from './talk.ts';

/** Milliseconds for connecting and both proofs (chosen): a sleeping worker was up in 23 ms when measured. */
const handshakePatience = 5_000;
/** Milliseconds before the first and the slowest attempt to come back (chosen). */
const firstReturn = 1_000;
const slowestReturn = 60_000;

export type BridgeState = 'Idle' | 'Connecting' | 'Connected' | 'Closed' | BridgeFailureType;

export interface ConnectionOptions {
  readonly random: Random;
  readonly schedule: Schedule;
}

export interface Connection {
  readonly state: BridgeState;
  readonly onState: (listener: () => void) => () => void;
  /** The extension said that something changed, or may have while nobody listened. */
  readonly onChange: (listener: () => void) => () => void;
  /** Null when the line broke on the way: worth another try. Rejects with a {@link BridgeFailure} that is not. */
  reach(): Promise<Talk | null>;
  /** Ends the conversation that is open now. */
  drop(): void;
  readonly stayConnected: (on: boolean) => void;
  readonly close: () => void;
}

export function createConnection(
  connect: Connect,
  keys: BridgeKeys,
  { random, schedule }: ConnectionOptions,
): Connection {
  const changed = createListeners();
  const moved = createListeners();
  let state: BridgeState = 'Idle';
  let talk: Talk | null = null;
  let opening: Promise<Talk | null> | null = null;
  let abandon: (() => void) | null = null;
  let wasConnected = false;
  let staying = false;
  let failures = 0;
  let cancelReturn: (() => void) | null = null;

  // A function, so that the compiler does not carry an old state across an await.
  const isClosed = (): boolean => state === 'Closed';

  const enter = (next: BridgeState): void => {
    if (state === next || isClosed()) return;
    state = next;
    moved.call();
  };

  const open = async (): Promise<Talk | null> => {
    enter('Connecting');
    const attempt = await attemptSession();
    if (!attempt.ok) {
      enter(attempt.failure?.type ?? 'Unreachable');
      if (attempt.failure) throw attempt.failure;
      return null;
    }
    if (isClosed()) {
      attempt.sealed.close();
      return null;
    }
    const opened = createTalk(attempt.sealed, {
      changed: changed.call,
      ended: () => {
        if (talk === opened) talk = null;
        enter('Idle');
        comeBackLater();
      },
    });
    talk = opened;
    failures = 0;
    enter('Connected');
    // Notices sent while the line was down are lost; one look makes up for them.
    if (wasConnected) changed.call();
    wasConnected = true;
    return opened;
  };

  type Attempt =
    | { readonly ok: true; readonly sealed: Parameters<typeof createTalk>[0] }
    | { readonly ok: false; readonly failure: BridgeFailure | null };

  const attemptSession = (): Promise<Attempt> =>
    new Promise((resolve) => {
      let given: Channel | null = null;
      let over = false;
      const finish = (attempt: Attempt): void => {
        if (over) return;
        over = true;
        cancel();
        abandon = null;
        if (!attempt.ok) given?.close();
        resolve(attempt);
      };
      abandon = () => {
        finish({ ok: false, failure: new BridgeFailure('Unreachable', 'closed') });
      };
      const cancel = schedule(() => {
        finish({ ok: false, failure: new BridgeFailure('TimedOut') });
      }, handshakePatience);
      const run = async (): Promise<Attempt> => {
        const channel = await connect();
        given = channel;
        if (over) {
          channel.close();
          return { ok: false, failure: null };
        }
        const session = await openSession(createLine(channel), keys, random);
        if (session.ok) return { ok: true, sealed: session.value };
        return { ok: false, failure: session.error === 'Interrupted' ? null : session.error };
      };
      run().then(finish, (error: unknown) => {
        finish({ ok: false, failure: new BridgeFailure('Unreachable', String(error)) });
      });
    });

  const reach = async (): Promise<Talk | null> => {
    if (isClosed()) throw new BridgeFailure('Unreachable', 'closed');
    if (talk) return talk;
    cancelReturn?.();
    cancelReturn = null;
    opening ??= open().finally(() => {
      opening = null;
    });
    return opening;
  };

  const comeBackLater = (): void => {
    if (!staying || cancelReturn || isClosed()) return;
    const delay = Math.min(slowestReturn, firstReturn * 2 ** failures);
    cancelReturn = schedule(() => {
      cancelReturn = null;
      comeBack();
    }, delay);
  };

  const comeBack = (): void => {
    if (!staying || talk || isClosed()) return;
    const later = (): void => {
      failures++;
      comeBackLater();
    };
    reach().then(
      (reached) => {
        if (!reached) later();
      },
      (error: unknown) => {
        if (!(error instanceof BridgeFailure)) throw error;
        // The others do not pass with time: they wait for the person.
        if (error.type === 'Unreachable' || error.type === 'TimedOut') later();
      },
    );
  };

  return {
    get state() {
      return state;
    },
    onState: moved.add,
    onChange: changed.add,
    reach,
    drop() {
      talk?.close();
    },
    stayConnected(on) {
      staying = on;
      if (on) comeBack();
      else cancelReturn?.();
      if (!on) cancelReturn = null;
    },
    close() {
      staying = false;
      cancelReturn?.();
      cancelReturn = null;
      enter('Closed');
      abandon?.();
      talk?.close();
    },
  };
}
