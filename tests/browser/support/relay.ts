/** The PWA as `npm start` serves it: with a real relay beside it, and its database in a folder of its own. */
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Page } from 'playwright-core';
import { type Page as FirefoxPage } from 'puppeteer-core';
import { expect } from 'vitest';

import { readEnvironment, type Environment } from '../../../relay/environment.ts';
import { openRelay } from '../../../relay/serve.ts';
import type { Store } from '../../../relay/store/store.ts';
import { servePwa } from './build.ts';
import { button, goTo } from './comma.ts';
import { digits, fill, press, says } from './firefox-comma.ts';

export interface PwaWithRelay {
  /** Nobody answers any more at this address, neither the app's server nor the relay. */
  stop(): Promise<void>;
  /** Other settings may hold from then on. */
  start(environment?: Environment): Promise<void>;
  /** What answers in place of the relay, while there is such. */
  readonly between: { answer: (() => Response) | null };
  readonly store: () => Store;
  /** Everything that the relay has on its disk. */
  onDisk(): Promise<string>;
  /** Stops, and forgets all of it. */
  close(): Promise<void>;
}

export async function servePwaWithRelay(
  environment: Environment = {},
  otherRelays: readonly string[] = [],
): Promise<PwaWithRelay> {
  const folder = await mkdtemp(join(tmpdir(), 'comma-relay-'));
  const between: PwaWithRelay['between'] = { answer: null };
  let open: Store | null = null;
  let stop: () => Promise<void> = () => Promise.resolve();
  const start = async (others: Environment = {}): Promise<void> => {
    const read = readEnvironment({
      RELAY_DATA: folder,
      RELAY_REQUESTS_PER_MINUTE: '10000',
      ...environment,
      ...others,
    });
    if (!read.ok) throw new Error(read.error.join('\n'));
    const { relay, store } = await openRelay(read.value, () => undefined);
    open = store;
    const app: Pick<typeof relay.app, 'fetch'> = {
      fetch: (...asked) => between.answer?.() ?? relay.app.fetch(...asked),
    };
    const served = await servePwa(undefined, { app }, otherRelays);
    stop = async () => {
      stop = () => Promise.resolve();
      await relay.close();
      await served.close();
      await store.close();
    };
  };
  await start();
  return {
    start,
    between,
    store() {
      if (!open) throw new Error('The relay never ran.');
      return open;
    },
    stop: () => stop(),
    async onDisk() {
      const files = await readdir(folder);
      const texts = await Promise.all(files.map((file) => readFile(join(folder, file), 'latin1')));
      return texts.join('\n');
    },
    async close() {
      await stop();
      await rm(folder, { recursive: true });
    },
  };
}

/** Pastes it into the field that stands open. */
async function paste(takes: Page, code: string): Promise<void> {
  await takes.getByLabel(/^The code from the other device/).fill(code);
  await button(takes, 'Go on').click();
}

async function showCode(shows: Page, name: string): Promise<string> {
  await button(shows, name).click();
  await shows.getByRole('img', { name: 'The code as a picture' }).waitFor();
  return shows.getByLabel('The code as text').inputValue();
}

/** The one shows a code, the other is given it, and the person finds the same digits on both. Both stand on their devices. */
export async function giveCode(
  shows: Page,
  takes: Page,
  name = 'Show a code',
  give = paste,
): Promise<void> {
  const code = await showCode(shows, name);
  await button(takes, 'I have a code').click();
  await give(takes, code);
  const digits = await shows.locator('.digits').innerText();
  expect(digits).toMatch(/^\d{4}$/);
  expect(await takes.locator('.digits').innerText()).toBe(digits);
  await button(takes, 'They match').click();
  await button(shows, 'They match').click();
  for (const page of [shows, takes]) await page.getByText('In step from now on.').waitFor();
}

/** The same, where Firefox is given the code. */
export async function giveFirefoxCode(
  shows: Page,
  takes: FirefoxPage,
  name = 'Pair another device',
): Promise<void> {
  const code = await showCode(shows, name);
  await press(takes, 'I have a code');
  await fill(takes, 'The code from the other device, or your recovery kit', code);
  await press(takes, 'Go on');
  await expect.poll(() => digits(takes)).toBe(await shows.locator('.digits').innerText());
  await press(takes, 'They match');
  await button(shows, 'They match').click();
  await shows.getByText('In step from now on.').waitFor();
  await says(takes, 'In step from now on.');
}

export async function pair(shows: Page, takes: Page): Promise<void> {
  for (const page of [shows, takes]) await goTo(page, 'devices');
  await giveCode(shows, takes);
}

export const allSynced = /^All of it is synced, last complete \d/;

/** Until the page says so; a round that was cut off by what came before may have to be asked for again. */
export async function syncUntil(page: Page, said: string | RegExp): Promise<void> {
  await expect
    .poll(
      async () => {
        await button(page, 'Sync now').click();
        return page.getByText(said).count();
      },
      { timeout: 30_000, interval: 500 },
    )
    .toBeGreaterThan(0);
}
