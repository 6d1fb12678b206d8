/** Keeps at most one open conversation with the extension, and opens it again when it is lost. */
import { attemptSession, type Attempt, type ConnectionOptions } from './attempt.ts';
import type { Connect } from './channel.ts';
import { BridgeFailure, type BridgeFailureType } from './failure.ts';
import { createListeners } from '../listeners.ts';
import type { BridgeKeys } from './session.ts';
import { createTalk, type Talk } from './talk.ts';

/** Milliseconds before the first and the slowest attempt to come back (chosen). */
const firstReturn = 1_000;
const slowestReturn = 60_000;

export type BridgeState = 'Idle' | 'Connecting' | 'Connected' | 'Closed' | BridgeFailureType;

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
  options: ConnectionOptions,
): Connection {
  const changed = createListeners();
  const moved = createListeners();
  let state: BridgeState = 'Idle';
  let talk: Talk | null = null;
  let attempt: Attempt | null = null;
  let opening: Promise<Talk | null> | null = null;
  let wasConnected = false;
  let staying = false;
  let failures = 0;
  let stopReturn: (() => void) | null = null;

  // A function, so that the compiler does not carry an old state across an await.
  const isClosed = (): boolean => state === 'Closed';

  const enter = (next: BridgeState): void => {
    if (state === next || isClosed()) return;
    state = next;
    moved.call();
  };

  const forgetReturn = (): void => {
    stopReturn?.();
    stopReturn = null;
  };

  const open = async (): Promise<Talk | null> => {
    enter('Connecting');
    attempt = attemptSession(connect, keys, options);
    const opened = await attempt.result;
    if (!opened.ok) {
      const isInterrupted = opened.error === 'Interrupted';
      enter(isInterrupted ? 'Unreachable' : opened.error.type);
      if (isInterrupted) return null;
      throw opened.error;
    }
    if (isClosed()) {
      opened.value.close();
      return null;
    }
    const begun = createTalk(opened.value, {
      changed: changed.call,
      ended: () => {
        if (talk === begun) talk = null;
        enter('Idle');
        comeBackLater();
      },
    });
    talk = begun;
    failures = 0;
    forgetReturn();
    enter('Connected');
    // Notices sent while the line was down are lost; one look makes up for them.
    if (wasConnected) changed.call();
    wasConnected = true;
    return begun;
  };

  const reach = async (): Promise<Talk | null> => {
    if (isClosed()) throw new BridgeFailure('Unreachable', 'closed');
    if (talk) return talk;
    opening ??= open().finally(() => {
      opening = null;
    });
    return opening;
  };

  const comeBackLater = (): void => {
    if (!staying || stopReturn || isClosed()) return;
    const delay = Math.min(slowestReturn, firstReturn * 2 ** failures);
    stopReturn = options.schedule(() => {
      stopReturn = null;
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
      forgetReturn();
      comeBack();
    },
    close() {
      staying = false;
      forgetReturn();
      enter('Closed');
      attempt?.abandon();
      talk?.close();
    },
  };
}
