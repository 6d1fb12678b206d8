import { type Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { does } from '../support/call-site.ts';
import { servePwa } from '../support/build.ts';
import { button, goTo, keepNote, meet, openApp, openPwa } from '../support/comma.ts';
import { badgeOf, offered, pendingOf, ring, workedFor } from '../support/engine.ts';
import { asked, breathe, go, listSite, reason } from '../support/listed-site.ts';
import { around, eachWorld, noticeCalls, type World } from '../support/noticing.ts';
import { serveSite } from '../support/site.ts';

const secret = 'what nobody is to read';

let world: World;
let app: Page;

eachWorld(async (made) => {
  world = made;
  ({ app } = made);
  await keepNote(app, secret);
  await noticeCalls(world);
});

/** Runs inside the page from its first moment: whether the words were on it in any frame that was drawn. */
function watchFor(words: string): void {
  const look = (): void => {
    const { body } = document as { body: HTMLElement | null };
    if (body?.innerText.includes(words)) document.documentElement.dataset['seen'] = 'yes';
    requestAnimationFrame(look);
  };
  look();
}

/** Runs inside the page: resolves when what is there has been drawn and looked at. */
const twoFrames = (): Promise<void> =>
  new Promise((resolve) => {
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        resolve();
      }),
    );
  });

/** Opens a page of the extension and waits until it says this; true when the secret was ever drawn. */
async function drewSecret(path: string, says: string): Promise<boolean> {
  const page = await world.chromium.context.newPage();
  await page.addInitScript(watchFor, secret);
  await page.goto(world.chromium.url(path));
  await page.getByText(says).first().waitFor();
  await page.waitForTimeout(500); // long enough for what would come late
  await page.evaluate(twoFrames);
  const drew = await page.evaluate(() => document.documentElement.dataset['seen'] === 'yes');
  await page.close();
  return drew;
}

const hidden = 'Your screen is shared, so nothing personal is shown here.';

test('T37: while the screen is shared nothing personal is drawn anywhere, no dot says that something waits, and after it everything is there', async () => {
  const call = await world.chromium.page(world.site.origin);
  await goTo(app, 'journal');
  await app.getByText(secret).waitFor();
  await workedFor(app, 55);
  await offered(app);

  await does(call, 'share');
  await app.getByText(hidden).waitFor();
  expect(await app.evaluate(() => document.body.innerText)).not.toContain(secret);
  await expect.poll(() => badgeOf(app)).toBe('');
  expect((await pendingOf(app))?.phase).toBe('due');
  for (const path of ['app/index.html#/journal', 'app/index.html#/today', 'popup/index.html'])
    expect(await drewSecret(path, hidden), path).toBe(false);
  expect(await app.evaluate(() => chrome.notifications)).toBeUndefined();

  await button(app, 'Show anyway').click();
  await app.getByText(secret).waitFor();
  await does(call, 'hangUp');
  await expect.poll(() => around(app, 'sharing')).toBe(false);
  await app.getByText(secret).waitFor();
  expect(await drewSecret('app/index.html#/journal', secret)).toBe(true);
});

test('T37: the app in a page that is in step hears of the call and of the shared screen, and of their end', async () => {
  const served = await servePwa();
  try {
    const pwa = await openPwa(world.chromium);
    const popup = await world.chromium.extensionPage('popup/index.html');
    await meet(popup, pwa);
    await popup.close();
    await goTo(pwa, 'journal');
    await pwa.getByText(secret).waitFor();

    const call = await world.chromium.page(world.site.origin);
    await pwa.bringToFront();
    await does(call, 'join');
    await expect.poll(() => around(pwa, 'meetingThere')).toBe(true);
    await pwa.getByText(secret).waitFor();
    await does(call, 'share');
    await pwa.getByText(hidden).waitFor();
    expect(await pwa.locator('body').innerText()).not.toContain(secret);
    await does(call, 'hangUp');
    await pwa.getByText(secret).waitFor();
    await expect.poll(() => around(pwa, 'meetingThere')).toBe(false);
  } finally {
    await served.close();
  }
});

test('T37: the name of a prompt goes from Today and from the popup while the screen is shared', async () => {
  const name = 'Therapy homework';
  await goTo(app, 'prompts');
  await app.getByRole('link', { name: 'Pause' }).click();
  await app.getByLabel('Name', { exact: true }).fill(name);
  await goTo(app, 'today');
  const popup = await world.chromium.extensionPage('popup/index.html');
  for (const page of [app, popup]) await page.getByText(name).first().waitFor();
  await does(await world.chromium.page(world.site.origin), 'share');
  for (const page of [app, popup]) {
    await page.getByText(hidden).first().waitFor();
    expect(await page.locator('body').innerText()).not.toContain(name);
  }
});

test('T37: before a chosen site neither the reason nor the site is drawn while the screen is shared', async () => {
  const site = await serveSite();
  try {
    await listSite({ chromium: world.chromium, site });
    await does(await world.chromium.page(world.site.origin), 'share');
    await expect.poll(() => around(app, 'sharing')).toBe(true);
    const page = await world.chromium.context.newPage();
    await go(page, site.origin);
    await asked(page);
    await breathe(page);
    await button(page, 'Go on for 10 minutes').waitFor();
    const shown = await page.locator('main').innerText();
    expect(shown).not.toContain(reason);
    expect(shown).not.toContain('127.0.0.1');
  } finally {
    await site.close();
  }
});

test('T37: a pause that the person asks for while sharing shows no line and no feeling until they say so', async () => {
  const call = await world.chromium.page(world.site.origin);
  await does(call, 'share');
  await expect.poll(() => around(app, 'sharing')).toBe(true);
  const opening = world.chromium.context.waitForEvent('page');
  await app.evaluate(() =>
    chrome.runtime.sendMessage({ to: 'pauses', event: { type: 'pauseNow' } }),
  );
  const pause = await opening;
  await pause.getByText(hidden).waitFor();
  expect(await pause.getByRole('button', { name: 'I’m here' }).isVisible()).toBe(false);
  await button(pause, 'Show anyway').click();
  await button(pause, 'I’m here').waitFor();
});

test('a shared screen that nobody ended is over with its tab, also for a page that opens then', async () => {
  const call = await world.chromium.page(world.site.origin);
  await does(call, 'share');
  await app.getByText(hidden).waitFor();
  await world.chromium.killWorker();
  await call.goto('chrome://crash').catch(() => undefined);
  const page = await openApp(world.chromium, 'journal');
  await page.getByText(secret).waitFor();
  await expect.poll(() => around(app, 'sharing')).toBe(false);
  await ring(app);
});
