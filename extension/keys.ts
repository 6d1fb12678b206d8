/** When keys last went into a page, never which: of web pages that a person allowed it for, and of our own. */
import type { Message, PageAnswer, PageQuestion } from './messages.ts';

/** Longer ago than this nobody is typing, and nothing is said (chosen: past what the engine asks about). */
const recentMs = 30_000;

let typedAt = -Infinity;

export function noteKeys(): void {
  const note = (event: KeyboardEvent): void => {
    const [target] = event.composedPath();
    const isSecret = target instanceof HTMLInputElement && target.type === 'password';
    // What a page makes up is no sign of a person.
    if (event.isTrusted && !isSecret) typedAt = performance.now();
  };
  window.addEventListener('keydown', note, { capture: true, passive: true });
}

/** Keeps still where nobody typed, so that of many frames the one that somebody writes in is heard. */
export function answerKeys(): void {
  chrome.runtime.onMessage.addListener((question: Message | PageQuestion, _sender, respond) => {
    if (question.to !== 'page' || question.type !== 'keys') return;
    const ago = performance.now() - typedAt;
    if (ago < recentMs) respond(Math.round(ago) satisfies PageAnswer['keys']);
  });
}
