/** What can happen to the engine, and what it asks of the shell in return. */
import { type LedgerRow } from './ledger.ts';
import { type ToldAnchor, type Level } from './prompt.ts';
import { type OfferSurface } from './rules.ts';
import { type RuleRepair } from './stored-fields.ts';

/** `lastInput` is the instant of the last key or pointer, already dated back from the idle notice. */
export interface Presence {
  readonly state: 'active' | 'idle' | 'locked';
  readonly lastInput?: number;
  /** Something plays on a visible screen: being still is not being away. */
  readonly watching?: boolean;
  readonly fullscreen?: boolean;
  /** A call the shell can see. */
  readonly meeting?: boolean;
  /** Others see this screen. */
  readonly sharing?: boolean;
  /** The last key that went into a page, where the shell may know. */
  readonly typedAt?: number;
  /** No sign of the person at this very device is older than this; absent where the shell knows of none. */
  readonly used?: number;
}

/** What a device says of itself: whose turn it is, and whether it still is in use. */
export type Sign = {
  /** Counts up each time a device is taken up: the highest is the one used last. */
  readonly turn: number;
  /** By its own clock. */
  readonly at: number;
  readonly here: boolean;
  /** A pause waits there for whoever is in use; another number is another pause. */
  readonly asks?: number;
};

/** As it reaches another device. */
export type SignOf = Sign & { readonly device: string };

export type PauseEvent =
  /**
   * A browser or an app starts. A background that only wakes sends what woke it instead. `alone` says
   * that no surface of an earlier run can still be there; `repaired`, that the stored state was not readable.
   */
  | { readonly type: 'started'; readonly alone?: boolean; readonly repaired?: boolean }
  | { readonly type: 'heartbeat'; readonly presence?: Presence }
  | { readonly type: 'presence'; readonly presence: Presence }
  /** Without a `prompt`, a pause outside the rhythm. */
  | { readonly type: 'pauseNow'; readonly prompt?: string }
  | { readonly type: 'shown'; readonly slot: string; readonly surface: OfferSurface }
  | { readonly type: 'opened'; readonly slot: string }
  | {
      readonly type: 'finished';
      readonly slot: string;
      readonly seconds: number;
      readonly how: PauseEnding;
    }
  /** With a `slot`, an answer to a surface that may be stale; without, to what is there now. */
  | { readonly type: 'snoozed'; readonly minutes?: number; readonly slot?: string }
  | { readonly type: 'notNow'; readonly slot?: string }
  /** The prompt keeps still until the person's day is over. */
  | { readonly type: 'notToday'; readonly slot?: string; readonly prompt?: string }
  /** The next one, before it is due; of this prompt or of the one that comes first. */
  | { readonly type: 'skipped'; readonly prompt?: string }
  /** The person answered whether Comma is to ask less often; the rules say what they chose. */
  | { readonly type: 'lessAnswered'; readonly prompt: string }
  /** A call outside the browser; `until` a moment that has passed ends it. */
  | { readonly type: 'call'; readonly until: number }
  | { readonly type: 'anchor'; readonly anchor: ToldAnchor; readonly at: number }
  | { readonly type: 'quiet'; readonly until: number; readonly by?: 'length' | 'clock' }
  | { readonly type: 'quietEnded' }
  | { readonly type: 'rulesChanged'; readonly repairs?: readonly RuleRepair[] }
  /** `devices`: what each of the person's devices said of itself last; `own` is this one. */
  | {
      readonly type: 'elsewhere';
      readonly facts: readonly PauseFact[];
      readonly devices?: { readonly own: string; readonly signs: readonly SignOf[] };
      readonly typedAt?: number;
    }
  | { readonly type: 'speaker'; readonly who: 'here' | 'other'; readonly typedAt?: number };

/** Each of the three counts as a pause. */
export type PauseEnding = 'done' | 'enough' | 'left';

/** What one shell sees of the person's surroundings that holds in the other, too. */
export type SeenCause = 'meeting' | 'sharing';

/** What the other shell needs to know. Facts may arrive twice and in any order. */
export type PauseFact =
  | { readonly type: 'took'; readonly slot: string; readonly from: number; readonly until: number }
  | {
      readonly type: 'rested';
      readonly slot: string;
      readonly from: number;
      readonly until: number;
    }
  | { readonly type: 'letGo'; readonly slot: string; readonly at: number }
  | {
      readonly type: 'notToday';
      readonly slot: string;
      readonly at: number;
      readonly day: string;
    }
  /** `until` no later than `at` ends the call. */
  | { readonly type: 'call'; readonly at: number; readonly until: number }
  /** What only a look can notice, by the device that looked; `until` equal to `at` ends it there. */
  | {
      readonly type: 'seen';
      readonly what: SeenCause;
      readonly device?: string;
      readonly at: number;
      readonly until: number;
    }
  | {
      readonly type: 'anchor';
      readonly anchor: ToldAnchor;
      readonly at: number;
      readonly told: number;
    }
  | {
      readonly type: 'snoozed';
      readonly slot: string;
      readonly at: number;
      readonly until: number;
    }
  /** `until` no later than `at` ends the quiet. */
  | {
      readonly type: 'quiet';
      readonly at: number;
      readonly until: number;
      readonly by: 'length' | 'clock';
    };

export type PauseEffect =
  /** Show this slot, unless a surface for it is there already. It is repeated until `shown` or `opened`. */
  | {
      readonly type: 'offer';
      readonly slot: string;
      readonly prompt: string;
      readonly asked: boolean;
      readonly level: Level;
    }
  | { readonly type: 'withdraw'; readonly slot: string }
  | { readonly type: 'ledger'; readonly row: LedgerRow }
  /** When the one alarm next has to ring; `null` when nothing waits for time to pass. */
  | { readonly type: 'wake'; readonly at: number | null }
  | { readonly type: 'facts'; readonly facts: readonly PauseFact[] }
  /** What the other devices are to know of this one; `null` takes it back. */
  | { readonly type: 'sign'; readonly sign: Sign | null };
