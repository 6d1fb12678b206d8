/**
 * Runs beside the pages of the call sites a person allowed. It tells the worker only that something about a
 * call changed here, and answers when it is asked; it says the same of a page that is being left.
 */
import type { Message, PageAnswer, PageQuestion, SenseMessage } from '../messages.ts';
import { asked, changed, nothingLive, parseLive, told, type LiveMedia } from './live-media.ts';

/** While a call is on, what a page ends without a word is noticed this soon; nor does it tell more often (chosen). */
const lookMs = 1_000;

let gone = false;
let said = nothingLive;
let saidAt = -Infinity;
let timer: ReturnType<typeof setTimeout> | undefined;

function liveNow(): LiveMedia {
  let live = nothingLive;
  const hear = (event: Event): void => {
    if (event instanceof CustomEvent) live = parseLive(event.detail);
  };
  window.addEventListener(told, hear);
  window.dispatchEvent(new Event(asked));
  window.removeEventListener(told, hear);
  return gone ? nothingLive : live;
}

const isSame = (one: LiveMedia, other: LiveMedia): boolean =>
  one.call === other.call && one.sharing === other.sharing;

function look(): void {
  clearTimeout(timer);
  const live = liveNow();
  if (!isSame(live, said) && performance.now() - saidAt >= lookMs) {
    said = live;
    saidAt = performance.now();
    void tell();
  }
  const isQuiet = !live.call && isSame(live, said);
  timer = isQuiet ? undefined : setTimeout(look, lookMs);
}

async function tell(): Promise<void> {
  try {
    await chrome.runtime.sendMessage<SenseMessage>({ to: 'senses', type: 'changed' });
  } catch {
    // The extension was loaded again or taken away: this script has nobody to speak to any more.
  }
}

chrome.runtime.onMessage.addListener((question: Message | PageQuestion, _sender, respond) => {
  if (question.to !== 'page' || question.type !== 'live') return;
  respond(liveNow() satisfies PageAnswer['live']);
});

window.addEventListener(changed, look);
window.addEventListener('pagehide', () => {
  gone = true;
  if (!isSame(said, nothingLive)) {
    said = nothingLive;
    void tell();
  }
});
window.addEventListener('pageshow', () => {
  gone = false;
  look();
});
look();
