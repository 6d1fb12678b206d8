/** Chromium with the built extension, in a profile of its own. */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type BrowserContext, type CDPSession, chromium, type Page } from 'playwright-core';

import { extensionId } from '#core/sync/protocol/extension-address.ts';

import { findChromium } from '../../../scripts/browsers.ts';
import { buildOf } from '../../support/place.ts';
import { limitPlaywright, within } from './patience.ts';
import { type WallClock } from './wall-clock.ts';

limitPlaywright();

const quiet = [
  '--headless=new',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Milliseconds; many times what anything here takes, and less than a test may. */
const waiting = 30_000;

export interface ChromiumOptions {
  /** A folder, or `null` for a browser without the extension. */
  readonly extension?: string | null;
  /** Further switches of the command line. */
  readonly switches?: readonly string[];
  /** The clock it reads instead of the machine's. */
  readonly clock?: WallClock;
}

async function launch(
  profile: string,
  { extension = buildOf('chrome'), switches = [], clock }: ChromiumOptions,
): Promise<BrowserContext> {
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium(),
    headless: false, // Playwright's own headless mode is the old one, without extensions
    ignoreDefaultArgs: ['--disable-extensions'],
    ...(clock && { env: { ...process.env, ...clock.env } }),
    args: [
      ...quiet,
      ...switches,
      ...(extension === null
        ? []
        : [
            `--disable-extensions-except=${extension}`,
            `--load-extension=${extension}`,
            '--enable-unsafe-extension-debugging',
          ]),
    ],
  });
  context.setDefaultTimeout(waiting);
  if (extension !== null && context.serviceWorkers().length === 0)
    await context.waitForEvent('serviceworker');
  return context;
}

export class Chromium {
  #context: BrowserContext;
  readonly #profile: string;
  readonly #options: ChromiumOptions;

  private constructor(context: BrowserContext, profile: string, options: ChromiumOptions) {
    this.#context = context;
    this.#profile = profile;
    this.#options = options;
  }

  static async open(options: ChromiumOptions = {}): Promise<Chromium> {
    const profile = await mkdtemp(join(tmpdir(), 'comma-chromium-'));
    return new Chromium(await launch(profile, options), profile, options);
  }

  get context(): BrowserContext {
    return this.#context;
  }

  /** Closes the browser and opens it again on the same profile; `crash` ends it without a farewell. */
  async restart(how: 'close' | 'crash' = 'close'): Promise<void> {
    if (how === 'crash') {
      const gone = this.#context.waitForEvent('close');
      const browser = await this.#browserSession();
      // The answer cannot come: whoever would send it is gone.
      void browser.send('Browser.crash').catch(() => undefined);
      await gone;
    } else await this.#context.close();
    this.#context = await launch(this.#profile, this.#options);
  }

  /** The address of a page of the extension, as `popup/index.html`. */
  url(path: string): string {
    return `chrome-extension://${extensionId}/${path}`;
  }

  /** Opens a page of the extension, and waits for its code; it has every `chrome` API. */
  async extensionPage(path: string): Promise<Page> {
    const page = await this.page(this.url(path));
    await page.locator('#app[aria-busy]').waitFor({ state: 'detached' });
    return page;
  }

  async page(url: string): Promise<Page> {
    const page = await this.#context.newPage();
    await page.goto(url);
    return page;
  }

  /** Where the browser keeps everything it keeps. */
  get profile(): string {
    return this.#profile;
  }

  /**
   * Stops the extension's worker at once, as the browser does after half a minute of rest. Resolves when it is gone;
   * or when something has brought it back since.
   */
  async killWorker(until: 'gone' | 'back' = 'gone'): Promise<void> {
    const [page] = this.#context.pages();
    if (!page) throw new Error('Open a page first: the debugger speaks through it.');
    const session = await this.#context.newCDPSession(page);
    // Told of its end rather than looking for it: whoever needs it starts it again in milliseconds.
    let asked = false;
    let isGone = false;
    const done = new Promise<void>((resolve, reject) => {
      session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        for (const { versionId, scriptURL, runningStatus } of versions)
          if (!scriptURL.startsWith(this.url(''))) continue;
          else if (runningStatus === 'stopped') {
            isGone = true;
            if (until === 'gone') resolve();
          } else if (runningStatus === 'running' && isGone) resolve();
          else if (runningStatus === 'running' && !asked) {
            asked = true;
            session.send('ServiceWorker.stopWorker', { versionId }).catch(reject);
          }
      });
    });
    await session.send('ServiceWorker.enable');
    await within(waiting, `The worker was not ${until}`, done);
    await session.detach();
  }

  /** Loads the extension again, as an update does: its worker and all its pages end, its alarms are gone. */
  async update(): Promise<void> {
    const { extension = buildOf('chrome') } = this.#options;
    const blank = await this.#context.newPage(); // the last window would take the browser with it
    const browser = await this.#browserSession();
    const starting = this.#context.waitForEvent('serviceworker');
    // Newer than the protocol types that Playwright carries.
    const send = browser.send.bind(browser) as (
      method: string,
      params: Record<string, string | null>,
    ) => Promise<unknown>;
    await send('Extensions.loadUnpacked', { path: extension });
    await starting;
    await browser.detach();
    await blank.close();
  }

  /**
   * Lets the extension see a site, as a person does on the browser's own page of it; after that the browser says
   * yes to one of its pages without a question, which no driver could answer.
   */
  async letSee(page: Page, origin: string): Promise<void> {
    const settings = await this.page('chrome://extensions');
    await settings.evaluate(
      ([id, host]) =>
        // The browser's own page has it, and the types for extensions do not.
        (
          chrome as unknown as {
            developerPrivate: { addHostPermission: (id: string, host: string) => Promise<void> };
          }
        ).developerPrivate.addHostPermission(id, host),
      [extensionId, origin] as const,
    );
    await settings.close();
    await page.evaluate((host) => chrome.permissions.request({ origins: [host] }), origin);
  }

  /** Turns the extension off and on again, as a person does on the browser's own page; its pages close. */
  async offAndOn(): Promise<void> {
    const settings = await this.page('chrome://extensions');
    const turn = (on: boolean): Promise<void> =>
      settings.evaluate(([id, enabled]) => chrome.management.setEnabled(id, enabled), [
        extensionId,
        on,
      ] as const);
    await turn(false);
    const starting = this.#context.waitForEvent('serviceworker');
    await turn(true);
    await starting;
    await settings.close();
  }

  async workerRuns(): Promise<boolean> {
    const browser = await this.#browserSession();
    const running = await workers(browser);
    await browser.detach();
    return running.length > 0;
  }

  /** A real click on the toolbar button, over the page that is in front: opens the popup, grants activeTab. */
  async clickToolbar(): Promise<void> {
    const browser = await this.#browserSession();
    const { targetInfos } = await browser.send('Target.getTargets', { filter: [{}] });
    const tab = targetInfos.findLast(({ type }) => type === 'tab');
    if (!tab) throw new Error('Open a page first: the toolbar button acts on a tab.');
    // Newer than the protocol types that Playwright carries.
    const send = browser.send.bind(browser) as (
      method: string,
      params: Record<string, string>,
    ) => Promise<unknown>;
    await send('Extensions.triggerAction', { id: extensionId, targetId: tab.targetId });
    await browser.detach();
  }

  async close(): Promise<void> {
    await this.#context.close();
    await rm(this.#profile, { recursive: true, force: true });
  }

  async #browserSession(): Promise<CDPSession> {
    const browser = this.#context.browser();
    if (!browser) throw new Error('This Playwright gives no browser for a persistent context.');
    return browser.newBrowserCDPSession();
  }
}

async function workers(browser: CDPSession): Promise<{ readonly targetId: string }[]> {
  const { targetInfos } = await browser.send('Target.getTargets', { filter: [{}] });
  return targetInfos.filter(
    ({ type, url }) =>
      type === 'service_worker' && url.startsWith(`chrome-extension://${extensionId}/`),
  );
}

/** What the open toolbar popup says, read from another page of the extension; `null` while it is closed. */
export function popupText(extensionPage: Page): Promise<string | null> {
  return extensionPage.evaluate(
    () => chrome.extension.getViews({ type: 'popup' })[0]?.document.body.innerText ?? null,
  );
}

/** Presses a button of the open toolbar popup; Playwright does not reach it. */
export async function pressInPopup(extensionPage: Page, name: string): Promise<void> {
  await extensionPage.waitForFunction((label) => {
    const popup = chrome.extension.getViews({ type: 'popup' })[0];
    const buttons = [...(popup?.document.querySelectorAll('button') ?? [])];
    const wanted = buttons.find((button) => button.innerText.trim() === label);
    wanted?.click();
    return wanted !== undefined;
  }, name);
}
