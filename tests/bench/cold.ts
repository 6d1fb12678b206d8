/** One cold visit: no cached file, no worker in between, and when the first things stood on the screen. */
import { type Page } from 'playwright-core';

import { type Chromium } from '../browser/support/chromium.ts';

export interface Visit {
  readonly url: string;
  /** Selectors of what makes the page usable, and of the first thing of the person's own. */
  readonly ready: string;
  readonly data: string;
}

/** Milliseconds from the start of the navigation. */
export interface Seen {
  readonly painted: number;
  readonly ready: number;
  readonly data: number;
}

/** Runs in the page before its own scripts. */
function watch([ready, data]: readonly [string, string]): void {
  const seen: Record<string, number> = {};
  Object.defineProperty(globalThis, 'seen', { value: seen });
  const look = (): void => {
    for (const [name, selector] of Object.entries({ ready, data }))
      // A place that is kept for words is not words.
      if (!(name in seen) && document.querySelector(selector)?.textContent.trim()) {
        seen[name] = NaN;
        // The frame that shows it has been handed over when the one after it begins.
        requestAnimationFrame(() => {
          setTimeout(() => {
            seen[name] = performance.now();
            if (seen['ready'] && seen['data']) console.debug('seen');
          });
        });
      }
  };
  new MutationObserver(look).observe(document, {
    subtree: true,
    childList: true,
    characterData: true,
  });
}

interface Watched {
  readonly seen: { readonly ready?: number; readonly data?: number };
}

async function visitCold(chromium: Chromium, visit: Visit): Promise<Seen> {
  const page = await chromium.context.newPage();
  const session = await chromium.context.newCDPSession(page);
  await session.send('Network.enable');
  await session.send('Network.setCacheDisabled', { cacheDisabled: true });
  await session.send('Network.setBypassServiceWorker', { bypass: true });
  await page.addInitScript(watch, [visit.ready, visit.data] as const);
  // The page tells by itself: asking it would be work of its main thread just while it is measured.
  const told = page.waitForEvent('console', (message) => message.text() === 'seen');
  await page.goto(visit.url, { waitUntil: 'commit' });
  await told;
  const seen = await readSeen(page);
  await page.close();
  return seen;
}

const readSeen = (page: Page): Promise<Seen> =>
  page.evaluate(async () => {
    const { ready = NaN, data = NaN } = (globalThis as unknown as Watched).seen;
    // Told by the screen itself, which may be later than the frames that were handed over to it.
    const painted = await new Promise<number>((resolve) => {
      new PerformanceObserver((paints) => {
        for (const { startTime } of paints.getEntriesByName('first-contentful-paint'))
          resolve(startTime);
      }).observe({ type: 'paint', buffered: true });
    });
    return { painted, ready, data };
  });

/** Takes every visit in turns, so that a busy moment of the machine meets all of them; the first round only warms up. */
export async function visitInTurns<Name extends string>(
  chromium: Chromium,
  visits: Readonly<Record<Name, Visit>>,
  times: number,
): Promise<Record<Name, Seen[]>> {
  const names = Object.keys(visits) as Name[];
  const all = Object.fromEntries(names.map((name) => [name, []])) as unknown as Record<
    Name,
    Seen[]
  >;
  for (let turn = 0; turn <= times; turn++)
    for (const name of names) {
      const seen = await visitCold(chromium, visits[name]);
      if (turn > 0) all[name].push(seen);
    }
  return all;
}
