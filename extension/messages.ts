/** What the extension's own pages say to its worker. Each page and the worker are one program in two rooms. */
import type { PauseEvent } from '#core/features/pauses/events.ts';
import type { Visit } from '#core/features/sites/visits.ts';

import type { LiveMedia } from './content/live-media.ts';

export type Message =
  | { readonly to: 'pauses'; readonly event: PauseEvent }
  /** Rows were written in a page: the worker tells whoever is in step. */
  | { readonly to: 'bridge'; readonly type: 'written' }
  /** The same, and what came from another device is among them. */
  | { readonly to: 'bridge'; readonly type: 'merged' }
  /** Answered with whether a page is in step right now. */
  | { readonly to: 'bridge'; readonly type: 'status' }
  /** Answered with whether the page now shares the journal. */
  | { readonly to: 'pairing'; readonly type: 'confirm' | 'decline' }
  | Arrived
  | VisitMessage
  /** Everything was erased: no site is listed any more. */
  | { readonly to: 'visits'; readonly type: 'erased' }
  | SenseMessage
  /** Answered with the lock's key in letters, or null where none is on or open. */
  | { readonly to: 'carrier'; readonly type: 'key' }
  /** While alarms stand still. Answered with when the engine wants to look next. */
  | { readonly to: 'heartbeat' };

/** The one message of a page that is not ours: a listed site opens there, `turned` by back or forward. */
export interface Arrived {
  readonly to: 'visits';
  readonly type: 'arrived';
  readonly turned: boolean;
}

/** `ask`: our page comes first. `back`: the person was going back, and goes back further. */
export type ArrivalAnswer = 'go' | 'ask' | 'back';

/** What our page in front of a site asks and tells; both ids stand in its address. */
export type VisitMessage = {
  readonly to: 'visits';
  readonly visit: string;
  readonly site: string;
} &
  /** `which` is answered with a `KnownVisit`. */
  ({ readonly type: 'which' | 'close' } | { readonly type: 'goOn'; readonly minutes: number });

/** `visit` is null for one of an earlier run of the browser; `running`: its site may be gone on to. */
export interface KnownVisit {
  readonly visit: Visit | null;
  readonly running: boolean;
}

/** Something there is to notice may have changed, or what is to be noticed: the worker looks for itself. */
export interface SenseMessage {
  readonly to: 'senses';
  readonly type: 'changed' | 'wished';
}

/** What the worker asks our scripts in other pages, and our own pages. Whoever has nothing to say keeps still. */
export interface PageQuestion {
  readonly to: 'page';
  readonly type: keyof PageAnswer;
}

export interface PageAnswer {
  readonly live: LiveMedia;
  /** Milliseconds since a key last went into the page. */
  readonly keys: number;
}

/**
 * What the worker asks of every page of ours that is open: a round with the relay, soon or at once. Whoever takes it
 * answers true, after a round at once when it is over.
 */
export interface AskedToCarry {
  readonly to: 'pages';
  readonly when: 'soon' | 'now';
}

/** What the worker asks of its page out of sight: a chime, a round, or to beat until the clock shows a time. */
export type OffscreenDuty =
  | { readonly to: 'offscreen'; readonly type: 'chime' | 'carry' }
  | { readonly to: 'offscreen'; readonly type: 'beat'; readonly until: number };

/** `carried` is answered when no round is under way there, and `lock` ends one at once. */
export type OffscreenOrder =
  | { readonly to: 'offscreen'; readonly type: 'carried' }
  | { readonly to: 'offscreen'; readonly type: 'lock' };

/** Where in the session's store the digits wait that the person is to compare; null when no page asks. */
export const digitsKey = 'pairing-digits';

/** True for a message from one of our own pages; a content script shares the id but not the address. */
export function isFromOurPage(sender: chrome.runtime.MessageSender): boolean {
  return (
    sender.id === chrome.runtime.id && (sender.url ?? '').startsWith(chrome.runtime.getURL(''))
  );
}

/** True for our script in the page of a site itself, not in a frame of another page. */
export function isFromSite({ id, frameId, tab }: chrome.runtime.MessageSender): boolean {
  return id === chrome.runtime.id && frameId === 0 && tab !== undefined;
}

/** A page opened with the browser can be there before the worker: so often it says again what nobody heard (chosen). */
const attempts = 8;
/** Milliseconds between two of them (chosen): a worker starts in tens of milliseconds. */
const pauseMs = 250;

/** Resolves when the worker has done what was asked; the answer depends on the message. */
export async function send<Answer>(message: Message): Promise<Answer> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await chrome.runtime.sendMessage<Message, Answer>(message);
    } catch (failure) {
      // Only what nobody heard may be said again: a worker that ended half-way may have done it.
      if (!isUnheard(failure)) throw failure;
      if (attempt === attempts) throw new WorkerAbsent();
    }
    await new Promise((resolve) => setTimeout(resolve, pauseMs));
  }
}

/** For what matters only while a worker runs: null when none does. Whatever else goes wrong still rejects. */
export async function sendIfHeard<Answer>(message: Message): Promise<Answer | null> {
  try {
    return await send<Answer>(message);
  } catch (failure) {
    if (failure instanceof WorkerAbsent) return null;
    throw failure;
  }
}

class WorkerAbsent extends Error {
  constructor() {
    super('The worker of Comma does not run. Reloading the extension starts it.');
  }
}

/** Both browsers tell it by these words alone. */
const isUnheard = (failure: unknown): boolean =>
  failure instanceof Error && failure.message.includes('Receiving end does not exist');
