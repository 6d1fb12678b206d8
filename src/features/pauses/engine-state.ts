/**
 * What the timing engine remembers between two events: when things began, never a running count.
 * It is kept unsealed so that a locked device can still offer a pause; it holds no words of the person's.
 * Aliases rather than interfaces, because it is stored as JSON.
 */
import { civilMinute } from '../../kernel/civil-time.ts';
import { type Ending } from './ledger.ts';
import { type Cause, type HoldCause } from './policies.ts';
import { type ToldAnchor, type Level } from './prompt.ts';
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
 * something on the screen or the rhythm of a reader. `away` began at the last sign of the person, or when
 * a cause began that the person does not want counted.
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

export type AwayCause = Exclude<Cause, 'outside'> | 'closed';

/** A slot that has fallen due and has no ending yet. At most one is in a phase other than `due`. */
export type PendingSlot = {
  readonly slot: string;
  readonly prompt: string;
  readonly dueAt: number;
  /** `due` waits unseen; `decided` is on its way to a surface; `open` is a pause being taken. */
  readonly phase: 'due' | 'decided' | 'shown' | 'open';
  /** When this phase began. */
  readonly at: number;
  /** The person asked for it: it needs no working hours and no quiet holds it. */
  readonly asked: boolean;
  readonly surface?: OfferSurface;
  /** Where it may show itself when that is quieter than its prompt says. */
  readonly level?: Level;
  /** What the opening page called it, when that differs from the slot. */
  readonly alias?: string;
  /** Causes already written into the ledger as holding it. */
  readonly heldBy: readonly HoldCause[];
  /** Up to when something deferred it: that wait is not lateness. */
  readonly heldUntil: number;
  /** When typing first held it. */
  readonly typingSince?: number;
};

/** Two decisions about the same thing: the later one stands, whichever arrives first. */
export type Until = {
  readonly at: number;
  readonly until: number;
};

export type PromptState = {
  /** When the present interval began; for prompts by the clock, when the last one ended. */
  readonly anchor: number;
  readonly stretch: 'open' | 'closed' | 'off';
  readonly snooze: Until | null;
  /** The person's day on which it keeps still. */
  readonly notToday: string | null;
  /** Times in a row that it was declined. */
  readonly declined: number;
  /** Asking less often was offered and answered: it is not offered twice. */
  readonly lessAnswered: boolean;
};

/** `told`: when Comma heard of it, which can be later than when it was. */
export type AnchorMoment = {
  readonly at: number;
  readonly told: number;
};

/**
 * What goes on around the person, each since when: a `meeting` is seen, a `call` was told of, and what ends in
 * `There` is seen by the other shell.
 */
export type Around = Readonly<
  Partial<
    Record<
      'meeting' | 'call' | 'sharing' | 'media' | 'quiet' | 'meetingThere' | 'sharingThere',
      number
    >
  >
>;

export type OtherDevice = {
  readonly device: string;
  readonly turn: number;
  /** By its own clock: what tells a new sign from one that was heard before. */
  readonly at: number;
  readonly here: boolean;
  /** By the clock of this device. */
  readonly heard: number;
  readonly asks?: number;
  /** Since when it owes an answer. */
  readonly asked?: number;
};

/** This device among the person's others. */
export type Devices = {
  readonly own: string;
  readonly turn: number;
  /** When it last gave a sign, and whether it said that it is in use. */
  readonly told: number | null;
  readonly here: boolean;
  /** The last that is known of the person at this device. */
  readonly used: number;
  /** The last pause for which the others were asked whether they are there. */
  readonly asked?: { readonly at: number; readonly slot: string };
  readonly others: readonly OtherDevice[];
};

export type EngineState = {
  readonly version: 2;
  /** The last moment an event arrived. */
  readonly seen: { readonly wall: number; readonly mono: number; readonly boot: string };
  /**
   * Up to where times by the clock have been looked at. `civil` is what the person's clock had shown before it
   * was last moved, by hand or by a journey; up to `at` it has gone on from there.
   */
  readonly through: { readonly civil: string; readonly at: number; readonly zone: string };
  /** The wake-up asked for then: being much later than this means that nobody was counting. */
  readonly promised: number | null;
  /** The clock was set back: until it shows this again an alarm may keep silent, and silence is no sleep. */
  readonly silentUntil?: number;
  readonly whereabouts: Whereabouts;
  /** The last return from stillness, which tells a reader's touch from real use. */
  readonly touchedAt: number | null;
  /** Finished active spans since the earliest anchor. */
  readonly spans: readonly (readonly [from: number, until: number])[];
  readonly prompts: Readonly<Record<string, PromptState>>;
  /** Fallen due, oldest first. */
  readonly slots: readonly PendingSlot[];
  readonly quiet: (Until & { readonly by: 'length' | 'clock' }) | null;
  /** A call that the person told of, because the browser cannot see it. */
  readonly call: Until | null;
  readonly around: Around;
  /** What other shells said that they see, by cause and device; it counts while the other one here speaks. */
  readonly there?: Readonly<Record<string, Until>>;
  /** When the last call or shared screen that was seen ended: a natural seam needs a moment. */
  readonly released: number | null;
  readonly anchors: Readonly<Partial<Record<ToldAnchor, AnchorMoment>>>;
  /** The last prompt that was on a screen, and when it went. */
  readonly last: { readonly prompt: string; readonly at: number } | null;
  /** Which shell of this computer speaks. */
  readonly speaker: 'here' | 'other';
  readonly devices?: Devices;
  /** The endings of recent slots, oldest first, so that none is offered or answered twice. */
  readonly settled: readonly (readonly [slot: string, verdict: Ending])[];
  /** Facts told or heard already, oldest first: hearing one twice changes nothing. */
  readonly heard: readonly string[];
};

/** The prompts themselves are taken up with the first event. */
export function freshState(at: Moment): EngineState {
  return {
    version: 2,
    seen: { wall: at.wall, mono: at.mono, boot: at.boot },
    through: { civil: '', at: at.wall, zone: at.zone },
    promised: null,
    whereabouts: { is: 'here', from: at.wall },
    touchedAt: null,
    spans: [],
    prompts: {},
    slots: [],
    quiet: null,
    call: null,
    around: {},
    released: null,
    anchors: {},
    last: null,
    speaker: 'here',
    settled: [],
    heard: [],
  };
}

/** The id of an interval's slot: the same wherever the interval began at the same instant. */
export const slotOf = (anchor: number, prompt: string): string =>
  `slot:${prompt}:${Temporal.Instant.fromEpochMilliseconds(Math.trunc(anchor)).toString()}`;

/** The one slot that is on its way to a screen, on it, or being taken. */
export const currentSlot = (state: EngineState): PendingSlot | undefined =>
  state.slots.find(({ phase }) => phase !== 'due');

/** The latest that the person's clock has shown, as civil time. */
export const shownThrough = ({ civil, at, zone }: EngineState['through']): string =>
  later(civil, civilMinute(at, zone));

/** Civil times sort as text. */
export const later = (one: string, other: string): string => (one > other ? one : other);

/** Where the vault keeps the state, beside the records and unsealed. */
export const engineStateKey = 'pauses';
