/** Firefox with the built extension, driven through WebDriver BiDi. */
import { rm } from 'node:fs/promises';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';

import { vaultName } from '#core/app/vault-name.ts';

import { findFirefox } from '../../../scripts/browsers.ts';
import { buildOf } from '../../support/place.ts';
import { watchedCopy } from './csp.ts';
import { patience } from './patience.ts';
import { type WallClock } from './wall-clock.ts';

/** Puppeteer alone fills the usual ten frames, and none would tell which step of a test failed. */
Error.stackTraceLimit = 50;

const addonId = 'comma@mindful-pauses';
/** Firefox gives every installation its own; ours is fixed for tests. */
const uuid = 'c0334a5e-7a1d-4b53-9d0e-2f1c8a6b4e11';
const uuids = JSON.stringify({ [addonId]: uuid });

export interface FirefoxOptions {
  /** A folder, or `null` for a browser without the extension. */
  readonly extension?: string | null;
  /** Loads a `watchedCopy`, so that `complaintsIn` can tell what its pages complained about. */
  readonly watched?: boolean;
  /** Milliseconds of rest after which the event page stops. */
  readonly idleTimeout?: number;
  /** The theme that pages are asked for, with nothing in motion. */
  readonly theme?: 'light' | 'dark';
  /** The clock it reads instead of the machine's. */
  readonly clock?: WallClock;
  /** A camera and a microphone that nobody has to be asked for. */
  readonly pretendedMedia?: boolean;
  /** Address of the push service it holds a line to; notifications need not be asked for then. */
  readonly pushService?: string;
}

interface BidiConnection {
  send(
    method: string,
    params: object,
  ): Promise<{
    readonly result: {
      readonly contexts?: readonly { readonly context: string; readonly url: string }[];
      readonly result?: { readonly value?: string };
      readonly exceptionDetails?: { readonly text: string };
    };
  }>;
}

export class Firefox {
  readonly browser: Browser;
  readonly #options: FirefoxOptions;
  #copy: string | undefined;

  private constructor(browser: Browser, options: FirefoxOptions) {
    this.browser = browser;
    this.#options = options;
  }

  static async open(options: FirefoxOptions = {}): Promise<Firefox> {
    const browser = await puppeteer.launch({
      browser: 'firefox',
      executablePath: findFirefox(),
      headless: true,
      protocolTimeout: patience,
      ...(options.clock && { env: { ...process.env, ...options.clock.env } }),
      args: ['--remote-allow-system-access'], // without it moz-extension pages cannot be opened
      extraPrefsFirefox: {
        'extensions.webextensions.uuids': uuids,
        'extensions.webextOptionalPermissionPrompts': false, // a click grants what it asks for
        'alerts.useSystemBackend': false, // without a desktop, system notifications vanish at once
        ...(options.idleTimeout !== undefined && {
          'extensions.background.idle.timeout': options.idleTimeout,
        }),
        ...(options.pretendedMedia === true && {
          'media.navigator.streams.fake': true,
          'media.navigator.permission.disabled': true,
        }),
        ...(options.pushService !== undefined && {
          'dom.push.serverURL': options.pushService,
          'dom.push.testing.allowInsecureServerURL': true,
          'dom.push.connection.enabled': true,
          'permissions.default.desktop-notification': 1,
        }),
        ...(options.theme !== undefined && {
          'layout.css.prefers-color-scheme.content-override': options.theme === 'dark' ? 0 : 1,
          'ui.prefersReducedMotion': 1,
        }),
      },
    });
    const firefox = new Firefox(browser, options);
    await firefox.#install();
    return firefox;
  }

  /**
   * The world of a new profile at a third of what starting the browser costs: every page closes, the extension goes
   * with all it kept and was allowed, whatever a site or the browser remembers is erased, and the extension comes again.
   */
  async beginAnew(): Promise<void> {
    const blank = await this.browser.newPage({ type: 'window' });
    if (this.#options.extension !== null) await this.browser.uninstallExtension(addonId);
    for (const page of await this.browser.pages()) if (page !== blank) await page.close();
    await this.inWindow(`new Promise((resolve, reject) => {
      const { clearData } = Services;
      clearData.deleteData(clearData.CLEAR_ALL, (failed) =>
        failed === 0 ? resolve('null') : reject(new Error('not erased: ' + failed)));
    })`);
    // An extension that is removed loses its address, too.
    await this.inWindow(
      `Services.prefs.setStringPref('extensions.webextensions.uuids', ${JSON.stringify(uuids)}); 'null'`,
    );
    await this.#removeCopy();
    await this.#install();
  }

  async page(url: string): Promise<Page> {
    const page = await this.browser.newPage();
    await page.goto(url);
    return page;
  }

  /** Opens a page of the extension, as `popup/index.html`, and waits for its code; it has every `browser` API. */
  async extensionPage(path: string): Promise<Page> {
    const page = await this.#newPage();
    await openExtensionUrl(page, `moz-extension://${uuid}/${path}`);
    await page.waitForSelector('#app[aria-busy]', { hidden: true });
    return page;
  }

  /** Firefox opens a new tab beside the last one, and says so when that one is just closing. */
  async #newPage(): Promise<Page> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await this.browser.newPage();
      } catch (failure) {
        const isClosing = failure instanceof Error && failure.message.includes('no such frame');
        if (!isClosing || attempt === 5) throw failure;
      }
      await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }

  /** Runs in the window of the browser itself, where its menus are. */
  async inWindow<Answer>(script: string): Promise<Answer> {
    // Firefox's own scope of the protocol, which Puppeteer's types do not know.
    const { connection } = this.browser as unknown as { readonly connection: BidiConnection };
    const tree = await connection.send('browsingContext.getTree', { 'moz:scope': 'chrome' });
    const window = tree.result.contexts?.find(({ url }) => url.endsWith('/browser.xhtml'));
    if (!window) throw new Error('Firefox shows no window.');
    const { result } = await connection.send('script.evaluate', {
      expression: script,
      awaitPromise: true,
      target: { context: window.context },
      userActivation: true,
    });
    if (result.exceptionDetails) throw new Error(result.exceptionDetails.text);
    return JSON.parse(result.result?.value ?? 'null') as Answer;
  }

  /** Stops the extension's event page at once, as the browser does after a rest. */
  async stopWorker(): Promise<void> {
    await this.inWindow(
      `WebExtensionPolicy.getByID('${addonId}').extension.terminateBackground().then(() => 'null')`,
    );
  }

  /** Records of one kind in the extension's vault, looked at by the browser itself: no page of it need be open. */
  async recordsOnDisk(kind: string): Promise<number> {
    return this.inWindow(`new Promise((resolve, reject) => {
      const { principal } = WebExtensionPolicy.getByID('${addonId}').extension;
      const opening = indexedDB.openForPrincipal(principal, '${vaultName}');
      opening.onerror = () => reject(opening.error);
      opening.onsuccess = () => {
        const reading = opening.result.transaction('rec').objectStore('rec').getAll();
        reading.onsuccess = () => {
          opening.result.close();
          resolve(String(reading.result.filter((row) => row.kind === '${kind}').length));
        };
      };
    })`);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.#removeCopy();
  }

  async #install(): Promise<void> {
    const { extension = buildOf('firefox'), watched = false } = this.#options;
    if (extension === null) return;
    if (watched) this.#copy = await watchedCopy(extension);
    await this.browser.installExtension(this.#copy ?? extension);
  }

  async #removeCopy(): Promise<void> {
    if (this.#copy !== undefined) await rm(this.#copy, { recursive: true, force: true });
    this.#copy = undefined;
  }
}

/** The page changes its process on the way, so `goto` never settles though the page loads. */
async function openExtensionUrl(page: Page, url: string): Promise<void> {
  page.goto(url, { timeout: 0 }).catch(() => undefined);
  const deadline = Date.now() + 30_000;
  for (;;) {
    const there = await page
      .evaluate(
        (wanted) => location.href.startsWith(wanted) && document.readyState === 'complete',
        url,
      )
      .catch(() => false);
    if (there) return;
    if (Date.now() > deadline) throw new Error(`Firefox did not open ${url}.`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
