/** From the press that keeps an entry to its words on the other shell's screen, both ways. */
import { type Page } from 'playwright-core';

import { type Chromium } from '../browser/support/chromium.ts';
import { type Line, percentile } from './measure.ts';
import { type Stage } from './stage.ts';

/** Saves each way (chosen). */
const times = 40;
const target = 300;

export async function benchInStep({ place, chromium }: Stage): Promise<Line[]> {
  const pwa = await chromium.page(`${place.origin}/#/settings`);
  const popup = await chromium.extensionPage('popup/index.html');
  await pair(pwa, popup);
  await popup.close();
  await pwa.goto(`${place.origin}/#/today`);
  const extension = await besides(chromium, chromium.url('app/index.html'));
  const there = await saves(pwa, extension, 'page');
  const back = await saves(extension, pwa, 'extension');
  return [
    ...lines('saved in the page, seen in the extension', there),
    ...lines('saved in the extension, seen in the page', back),
  ];
}

/** In a window of its own: a browser slows the timers of a tab that another one covers. */
async function besides(chromium: Chromium, url: string): Promise<Page> {
  const opener = await chromium.extensionPage('panel/index.html');
  const opened = chromium.context.waitForEvent('page');
  await opener.evaluate((address) => chrome.windows.create({ url: address }), url);
  const page = await opened;
  await opener.close();
  await page.waitForURL(url);
  return page;
}

const lines = (what: string, taken: readonly number[]): Line[] => [
  { what: `${what}: p50`, ours: percentile(taken, 0.5), floor: null, target: null },
  { what: `${what}: p95`, ours: percentile(taken, 0.95), floor: null, target },
];

async function pair(pwa: Page, popup: Page): Promise<void> {
  await pwa.getByRole('button', { name: 'Meet the extension' }).click();
  await popup.getByRole('button', { name: 'They match' }).click();
  await pwa.getByText('In step on this computer.').waitFor();
}

async function saves(from: Page, to: Page, name: string): Promise<number[]> {
  const taken: number[] = [];
  // The first one also wakes what sleeps; it is not counted.
  for (let turn = 0; turn <= times; turn++) {
    const text = `A line from the ${name}, number ${turn}.`;
    const field = from.getByRole('textbox').first();
    await field.fill(text);
    // A typing person has been saved as a draft long before they press.
    await from.waitForTimeout(1_000);
    const seen = to.evaluate(
      (wanted) =>
        new Promise<number>((resolve) => {
          const look = (): boolean => {
            if (
              ![...document.querySelectorAll('article')].some((each) =>
                each.textContent.includes(wanted),
              )
            )
              return false;
            resolve(performance.timeOrigin + performance.now());
            return true;
          };
          const observer = new MutationObserver(() => {
            if (look()) observer.disconnect();
          });
          observer.observe(document, { subtree: true, childList: true, characterData: true });
        }),
      text,
    );
    await from.evaluate(() => {
      addEventListener(
        'click',
        () => {
          Object.assign(globalThis, { pressedAt: performance.timeOrigin + performance.now() });
        },
        { capture: true, once: true },
      );
    });
    await from.getByRole('button', { name: 'Keep', exact: true }).click();
    const pressed = await from.evaluate(
      () => (globalThis as unknown as { pressedAt: number }).pressedAt,
    );
    if (turn > 0) taken.push((await seen) - pressed);
    else await seen;
  }
  return taken;
}
