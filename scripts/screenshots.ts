/**
 * `npm run screenshots`: every surface, light and dark, with a made-up journal that is written through
 * the product itself; then the one picture of the README.
 */
import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type Page } from 'playwright-core';

import { extensionId } from '../src/sync/protocol/extension-address.ts';
import { findChromium } from './browsers.ts';
import { freshen } from './builds.ts';
import { freePlace, root } from './place.ts';
import { composed } from './screenshot-board.ts';
import { serve } from './server.ts';

const themes = ['light', 'dark'] as const;
type Theme = (typeof themes)[number];

const phone = { width: 390, height: 844 };
const desktop = { width: 1080, height: 746 };
const popup = { width: 400, height: 548 };

/** A Friday afternoon, so that every run shows the same day. */
const now = '2026-11-20T14:10:00';

const notes = [
  [
    '2026-11-19T21:48:00',
    'A slow soup, the radio low. Nobody needed anything for an hour.',
    'calm',
  ],
  ['2026-11-20T07:32:00', 'Shoulders tight, breath low. Nothing to fix before coffee.', 'tense'],
  ['2026-11-20T11:05:00', 'Caught the old sentence halfway and gave it a comma.', 'hopeful'],
] as const;

const shots = join(root, '.cache', 'screenshots');

/** From the next load on it is then, and time goes on from there. */
async function travel(page: Page, moment: string): Promise<void> {
  await page.addInitScript((at) => {
    const real = Date.now.bind(Date);
    const ahead = at - real();
    Date.now = () => real() + ahead;
  }, new Date(moment).getTime());
}

async function write(page: Page, words: string, feeling: string): Promise<void> {
  await page.getByRole('textbox').first().fill(words);
  const chip = page.getByRole('button', { name: feeling, exact: true });
  if (await chip.isVisible()) await chip.click();
  await page.getByRole('button', { name: 'Keep', exact: true }).click();
  await page.getByText('Kept.').waitFor();
}

/** Writes the journal on Today, each line at its own hour. */
async function fillJournal(context: BrowserContext, address: string): Promise<void> {
  for (const [at, words, feeling] of notes) {
    const page = await context.newPage();
    await travel(page, at);
    await page.goto(`${address}#/today`);
    await write(page, words, feeling);
    await page.close();
  }
}

const prompts = [
  ['At set times', 'Lunch, away from the desk'],
  ['Now and then', 'Look out of the window'],
  ['Around your day', 'Before sleep, three breaths'],
] as const;

/** Leaves the first question behind and adds a few prompts. */
async function choosePrompts(context: BrowserContext, address: string): Promise<void> {
  const page = await context.newPage();
  await travel(page, now);
  await page.goto(`${address}#/today`);
  await page.getByRole('button', { name: 'Leave it at steady' }).click();
  for (const [kind, name] of prompts) {
    await page.goto(`${address}#/prompts`);
    await page.getByRole('button', { name: 'Add a prompt' }).click();
    await page.getByRole('dialog').getByRole('button', { name: kind }).click();
    await page.getByLabel('Name', { exact: true }).fill(name);
    await page.getByRole('heading', { level: 1, name }).waitFor();
    if (kind === 'Around your day') await page.getByLabel('It follows').selectOption('sleep');
    await page.waitForTimeout(300); // kept
  }
  await page.close();
}

interface Surface {
  readonly name: string;
  readonly address: string;
  readonly size: { readonly width: number; readonly height: number };
  readonly prepare?: (page: Page) => Promise<void>;
}

async function toTheTurn(page: Page): Promise<void> {
  const words = page.getByRole('textbox').first();
  await words.waitFor();
  await page.waitForTimeout(1_200); // the calm second
  await words.fill('I never get anything right');
  await page.getByRole('button', { name: 'Watch the full stop' }).click();
  await page.waitForTimeout(7_000); // the full stop takes its time, and so do the endings
}

const surfaces = (pwa: string, extension: string): readonly Surface[] => [
  { name: 'today', address: `${pwa}/#/today`, size: phone },
  {
    name: 'pause',
    address: `${pwa}/#/pause`,
    size: phone,
    prepare: (page) => page.waitForTimeout(2_600), // late in the first in-breath, with what follows
  },
  { name: 'comma', address: `${pwa}/#/pause/comma`, size: phone, prepare: toTheTurn },
  { name: 'journal', address: `${pwa}/#/journal`, size: phone },
  { name: 'practise', address: `${pwa}/#/practise`, size: phone },
  { name: 'help', address: `${pwa}/#/help`, size: phone },
  { name: 'settings', address: `${pwa}/#/settings`, size: phone },
  { name: 'prompts', address: `${pwa}/#/prompts`, size: phone },
  { name: 'ledger', address: `${pwa}/#/ledger`, size: phone },
  { name: 'popup', address: `${extension}/popup/index.html`, size: popup },
  { name: 'desktop', address: `${extension}/app/index.html#/journal`, size: desktop },
  {
    name: 'coming',
    address: `${extension}/app/index.html#/coming`,
    size: desktop,
    prepare: async (page) => {
      const lunch = page.getByRole('group', { name: 'Lunch, or a walk' });
      await lunch.getByLabel('From').fill('12:30');
      await lunch.getByLabel('Until').fill('13:15');
      await page.getByText('What if', { exact: true }).click(); // the cursor out of the field
      await page.evaluate(() => {
        scrollTo({ top: 0, behavior: 'instant' });
      });
    },
  },
];

async function shoot(context: BrowserContext, surface: Surface, theme: Theme): Promise<void> {
  const page = await context.newPage();
  await travel(page, now);
  await page.emulateMedia({ colorScheme: theme });
  await page.setViewportSize(surface.size);
  await page.goto(surface.address);
  await page.locator('h1').first().waitFor();
  await surface.prepare?.(page);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForTimeout(900); // faces swap in and rows arrive
  await page.screenshot({ path: join(shots, `${surface.name}-${theme}.png`) });
  await page.close();
}

const place = await freePlace();
await freshen(place);
await mkdir(shots, { recursive: true });
const served = await serve(join(root, place.dist, 'pwa'), Number(new URL(place.origin).port));
const folder = join(root, place.dist, 'chrome');
const profile = await mkdtemp(join(tmpdir(), 'comma-pictures-'));
const context = await chromium.launchPersistentContext(profile, {
  executablePath: findChromium(),
  headless: false, // Playwright's own headless mode is the old one, without extensions
  ignoreDefaultArgs: ['--disable-extensions'],
  deviceScaleFactor: 2,
  locale: 'en-GB',
  args: [
    '--headless=new',
    '--hide-scrollbars',
    `--disable-extensions-except=${folder}`,
    `--load-extension=${folder}`,
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  ],
});
try {
  const extension = `chrome-extension://${extensionId}`;
  for (const address of [`${place.origin}/`, `${extension}/app/index.html`]) {
    await fillJournal(context, address);
    await choosePrompts(context, address);
  }
  for (const theme of themes)
    for (const surface of surfaces(place.origin, extension)) await shoot(context, surface, theme);
  const page = await context.newPage();
  const picture = async (name: string): Promise<string> =>
    `data:image/png;base64,${(await readFile(join(shots, `${name}.png`))).toString('base64')}`;
  await page.setViewportSize(composed.size);
  await page.setContent(await composed.html(picture));
  await page.waitForTimeout(500);
  await mkdir(join(root, 'docs'), { recursive: true });
  await page.screenshot({ path: join(root, 'docs', 'comma.png'), scale: 'css' });
} finally {
  await context.close();
  await served.close();
  await rm(profile, { recursive: true, force: true });
}
