/**
 * Runs first in a page of a site the person chose, and only there. The page stays out of sight until the
 * worker has said whether a pause comes before it; an answer that does not come lifts the veil, too.
 */
import type { ArrivalAnswer, Message } from '../messages.ts';

/** Nobody waits longer for a worker that does not answer (chosen). */
const patienceMs = 2_000;

const root = document.documentElement;
/** Where the page's own styles cannot reach: it would show through otherwise. */
const veiled: [string, string] = ['visibility', 'hidden'];

function veil(): void {
  root.style.setProperty(...veiled, 'important');
}

function lift(): void {
  root.style.removeProperty(veiled[0]);
  // A page that looks at itself finds nothing of ours.
  if (root.getAttribute('style') === '') root.removeAttribute('style');
}

async function ask(turned: boolean): Promise<void> {
  veil();
  const patience = setTimeout(lift, patienceMs);
  const answer = await send({ to: 'visits', type: 'arrived', turned });
  // Asked: the page gives way. It stays veiled for that long and no longer, should that not come about.
  if (answer === 'ask') return;
  clearTimeout(patience);
  if (answer === 'back') history.back();
  else lift();
}

/** Whatever goes wrong between a page and us, the page goes on. */
async function send(message: Message): Promise<ArrivalAnswer> {
  try {
    return (await chrome.runtime.sendMessage<Message, ArrivalAnswer | null>(message)) ?? 'go';
  } catch {
    return 'go';
  }
}

function isTurned(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return entry instanceof PerformanceNavigationTiming && entry.type === 'back_forward';
}

/** A page that the browser prepares ahead has not been opened by anybody yet. */
const { prerendering } = document as Document & { readonly prerendering?: boolean };
if (prerendering) {
  veil();
  document.addEventListener('prerenderingchange', () => void ask(false), { once: true });
} else void ask(isTurned());

// A page that the browser kept comes back without running anything: it goes out veiled.
addEventListener('pagehide', ({ persisted }) => {
  if (persisted) veil();
});
addEventListener('pageshow', ({ persisted }) => {
  if (persisted) void ask(true);
});
