/** That keys go into a page, told to the worker when it asks: of web pages that a person allowed it for, and of our own. */
import { noteKeys, typedAgo } from '#core/ui/typed.ts';

import type { Message, PageAnswer, PageQuestion } from './messages.ts';

/** Longer ago than this nobody is typing, and nothing is said (chosen: past what the engine asks about). */
const recentMs = 30_000;

/** Keeps still where nobody typed, so that of many frames the one that somebody writes in is heard. */
export function tellKeys(): void {
  noteKeys();
  chrome.runtime.onMessage.addListener((question: Message | PageQuestion, _sender, respond) => {
    if (question.to !== 'page' || question.type !== 'keys') return;
    const ago = typedAgo();
    if (ago < recentMs) respond(Math.round(ago) satisfies PageAnswer['keys']);
  });
}
