/**
 * What the timing engine remembers between two events: when things began, never a running count.
 * It is kept unsealed so that a locked device can still offer a pause; it holds no words of the person's.
 * Aliases rather than interfaces, because it is stored as JSON.
 */
import { type Ending } from './ledger.ts';
import { type OfferSurface } from './rules.ts';

/** One moment as a context sees it. `mono` counts from the start of the context named by `boot`. */
export interface Moment {
  readonly wall: number;
  readonly mono: number;
  readonly boot: string;
  readonly zone: string;
}

/**
 * `here` and `still` count as active since `from`; `still` is without input since `since`, with
 * something on the screen or the rhythm of a reader. `away` began at the last sign of the person.
 */
export type Whereabouts =
  | { readonly is: 'here'; readonly from: number }
  | {
      readonly is: 'still';
      readonly from: number;
      readonly since: number;
      readonly watching: boolean;
    }
  | { readonly is: 'away'; readonly since: number; readonly cause: AwayCause };

export type AwayCause = 'idle' | 'locked' | 'asleep' | 'closed';

/** A slot that has fallen due and has no ending yet. There is never more than one. */
export type PendingSlot = {
  readonly slot: string;
  readonly dueAt: number;
  /** `due` waits unseen; `decided` is on its way to a surface; `open` is a pause being taken. */
  readonly phase: 'due' | 'decided' | 'shown' | 'open';
  /** When this phase began. */
  readonly at: number;
  /** The person asked for it: it needs no working hours and no quiet holds it. */
  readonly asked: boolean;
  readonly surface?: OfferSurface;
  /** What the opening page called it, when that differs from the slot. */
  readonly alias?: string;
  /** Causes already written into the ledger as holding it. */
  readonly heldBy: readonly HoldCause[];
};

export type HoldCause = 'quiet' | 'other';

/** Two decisions about the same thing: the later one stands, whichever arrives first. */
export type Until = {
  readonly at: number;
  readonly until: number;
};

export type EngineState = {
  readonly version: 1;
  /** The last moment an event arrived. */
  readonly seen: { readonly wall: number; readonly mono: number; readonly boot: string };
  /** The wake-up asked for then: being much later than this means that nobody was counting. */
  readonly promised: number | null;
  readonly stretch: 'open' | 'closed' | 'off';
  readonly whereabouts: Whereabouts;
  /** The last return from stillness, which tells a reader's touch from real use. */
  readonly touchedAt: number | null;
  /** Finished active spans since the anchor. */
  readonly spans: readonly (readonly [from: number, until: number])[];
  /** When the present interval began. */
  readonly anchor: number;
  readonly pending: PendingSlot | null;
  readonly quiet: (Until & { readonly by: 'length' | 'clock' }) | null;
  readonly snooze: Until | null;
  readonly speaker: 'here' | 'other';
  /** The endings of recent slots, oldest first, so that none is offered or answered twice. */
  readonly settled: readonly (readonly [slot: string, verdict: Ending])[];
  /** Facts told or heard already, oldest first: hearing one twice changes nothing. */
  readonly heard: readonly string[];
};

export function freshState(at: Moment): EngineState {
  return {
    version: 1,
    seen: { wall: at.wall, mono: at.mono, boot: at.boot },
    promised: null,
    stretch: 'open',
    whereabouts: { is: 'here', from: at.wall },
    touchedAt: null,
    spans: [],
    anchor: at.wall,
    pending: null,
    quiet: null,
    snooze: null,
    speaker: 'here',
    settled: [],
    heard: [],
  };
}

/** The id of the interval's slot: the same wherever the interval began at the same instant. */
export const slotOf = (anchor: number, plan = 'main'): string =>
  `slot:${plan}:${Temporal.Instant.fromEpochMilliseconds(Math.trunc(anchor)).toString()}`;

/** Where the vault keeps the state, beside the records and unsealed. */
export const engineStateKey = 'pauses';
