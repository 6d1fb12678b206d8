/** Everything a page complained about: broken policy, console errors, uncaught exceptions. */
import { type Page as ChromiumPage } from 'playwright-core';
import { type Page as FirefoxPage } from 'puppeteer-core';

export interface Complaints {
  /** Empty when the page was quiet; assert it at the end of a test. */
  readonly all: () => readonly string[];
}

/** Runs inside the page, before its own scripts. */
function reportViolations(): void {
  document.addEventListener('securitypolicyviolation', (event) => {
    // eslint-disable-next-line no-console -- the console is how a page under test speaks
    console.error(`CSP: ${event.effectiveDirective} ${event.blockedURI} ${event.sample}`);
  });
}

/** Call it on a blank page, then go where you want to look; extension pages want a reload after it. */
export async function watchChromium(page: ChromiumPage): Promise<Complaints> {
  const lines: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') lines.push(message.text());
  });
  page.on('pageerror', (failure) => lines.push(String(failure)));
  await page.addInitScript(reportViolations);
  return { all: () => lines };
}

export async function watchFirefox(page: FirefoxPage): Promise<Complaints> {
  const lines: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error') lines.push(message.text());
  });
  page.on('pageerror', (failure) => lines.push(String(failure)));
  await page.evaluateOnNewDocument(reportViolations);
  return { all: () => lines };
}
