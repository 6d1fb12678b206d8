/** Firefox with the built extension, driven through WebDriver BiDi. */
import puppeteer, { type Browser, type Page } from 'puppeteer-core';

import { findFirefox } from '../../../scripts/browsers.ts';
import { buildOf } from './build.ts';

const addonId = 'comma@mindful-pauses';
/** Firefox gives every installation its own; ours is fixed for tests. */
const uuid = 'c0334a5e-7a1d-4b53-9d0e-2f1c8a6b4e11';

export interface FirefoxOptions {
  /** A folder, or `null` for a browser without the extension. */
  readonly extension?: string | null;
  /** Milliseconds of rest after which the event page stops. */
  readonly idleTimeout?: number;
}

export class Firefox {
  readonly browser: Browser;

  private constructor(browser: Browser) {
    this.browser = browser;
  }

  static async open(options: FirefoxOptions = {}): Promise<Firefox> {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: findFirefox(),
      headless: true,
      args: ['--remote-allow-system-access'], // without it moz-extension pages cannot be opened
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': JSON.stringify({ [addonId]: uuid }),
        'extensions.webextOptionalPermissionPrompts': false, // a click grants what it asks for
        'alerts.useSystemBackend': false, // without a desktop, system notifications vanish at once
        ...(options.idleTimeout !== undefined && {
          'extensions.background.idle.timeout': options.idleTimeout,
        }),
      },
    });
    if (options.extension !== null)
      await browser.installExtension(options.extension ?? buildOf('firefox'));
    return new Firefox(browser);
  }

  async page(url: string): Promise<Page> {
    const page = await this.browser.newPage();
    await page.goto(url);
    return page;
  }

  /** Opens a page of the extension, as `popup/index.html`; it has every `browser` API. */
  async extensionPage(path: string): Promise<Page> {
    const page = await this.browser.newPage();
    await this.goto(page, path);
    return page;
  }

  /** Takes an open page to a page of the extension. */
  async goto(page: Page, path: string): Promise<void> {
    await openExtensionUrl(page, `moz-extension://${uuid}/${path}`);
  }

  async close(): Promise<void> {
    await this.browser.close();
  }
}

/** The page changes its process on the way, so `goto` never settles though the page loads. */
async function openExtensionUrl(page: Page, url: string): Promise<void> {
  const arrival = page.goto(url, { timeout: 1500 }).catch(() => undefined);
  const deadline = Date.now() + 15_000;
  for (;;) {
    const there = await page
      .evaluate(
        (wanted) => location.href.startsWith(wanted) && document.readyState === 'complete',
        url,
      )
      .catch(() => false);
    if (there) break;
    if (Date.now() > deadline) throw new Error(`Firefox did not open ${url}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  await arrival;
}
