/** What the extension's own pages say to its worker. Each page and the worker are one program in two rooms. */
import type { PauseEvent } from '#core/features/pauses/events.ts';

export type Message =
  | { readonly to: 'pauses'; readonly event: PauseEvent }
  /** Rows were written in a page: the worker tells whoever is in step. */
  | { readonly to: 'bridge'; readonly type: 'written' }
  /** Answered with whether a page is in step right now. */
  | { readonly to: 'bridge'; readonly type: 'status' }
  | { readonly to: 'pairing'; readonly type: 'pending' | 'confirm' | 'decline' };

/** The worker's answer about pairing. */
export interface PairingState {
  /** Digits that wait for the person; null when no page asks. */
  readonly digits: string | null;
  /** After a confirmation: the page has proven that it holds the journal's key. */
  readonly joined: boolean;
}

/** True for a message from one of our own pages; a content script shares the id but not the address. */
export function isFromOurPage(sender: chrome.runtime.MessageSender): boolean {
  return (
    sender.id === chrome.runtime.id && (sender.url ?? '').startsWith(chrome.runtime.getURL(''))
  );
}

/** Resolves when the worker has done what was asked; the answer depends on the message. */
export const send = <Answer>(message: Message): Promise<Answer> =>
  chrome.runtime.sendMessage<Message, Answer>(message);
