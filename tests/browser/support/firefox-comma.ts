/** What a person does in Comma's screens in Firefox, where the other driver is. */
import { type Page as ChromiumPage } from 'playwright-core';
import { type Page } from 'puppeteer-core';
import { expect } from 'vitest';

import { pwaOrigin } from './build.ts';
import { alwaysWelcome } from './engine.ts';
import { type Firefox } from './firefox.ts';
import { keepRules } from './records.ts';

/** Both drivers evaluate a function with one argument alike; what only does that serves both. */
export const evaluating = (page: Page): ChromiumPage => page as unknown as ChromiumPage;

export async function says(page: Page, words: string | RegExp): Promise<void> {
  const shown = (): Promise<string> => page.evaluate(() => document.body.innerText);
  await (typeof words === 'string'
    ? expect.poll(shown).toContain(words)
    : expect.poll(shown).toMatch(words));
}

const findButton = (label: string): HTMLElement | undefined =>
  [...document.querySelectorAll<HTMLButtonElement>('button, [role=button]')].find(
    (button) =>
      [button.innerText.trim().replace(/\s+/g, ' '), button.ariaLabel].includes(label) &&
      button.checkVisibility() &&
      !button.disabled &&
      !button.closest('[inert]'),
  );

export async function has(page: Page, button: string): Promise<boolean> {
  return page.evaluate(
    `(${findButton.toString()})(${JSON.stringify(button)}) !== undefined`,
  ) as Promise<boolean>;
}

/** Presses a button as soon as a person could. */
export async function press(page: Page, label: string): Promise<void> {
  const found = `(${findButton.toString()})(${JSON.stringify(label)})`;
  const pressed = `{ const button = ${found}; button?.click(); button !== undefined }`;
  await expect.poll(() => page.evaluate(pressed), { message: `press “${label}”` }).toBe(true);
}

/** A press by the mouse, for what a browser grants only to a hand. */
export async function click(page: Page, label: string): Promise<void> {
  await page.bringToFront();
  const found = `(${findButton.toString()})(${JSON.stringify(label)}) ?? null`;
  await expect.poll(() => has(page, label), { message: `click “${label}”` }).toBe(true);
  const handle = (await page.evaluateHandle(found)).asElement();
  if (!handle) throw new Error(`“${label}” went before it was clicked.`);
  await (await handle.toElement('button')).click();
}

/** Presses a button of the open toolbar popup, which the driver does not reach. */
export async function pressInPopup(extensionPage: Page, label: string): Promise<void> {
  const pressed = (name: string): boolean => {
    const popup = chrome.extension.getViews({ type: 'popup' })[0];
    const buttons = [...(popup?.document.querySelectorAll('button') ?? [])];
    const wanted = buttons.find((button) => button.innerText.trim() === name);
    wanted?.click();
    return wanted !== undefined;
  };
  await expect.poll(() => extensionPage.evaluate(pressed, label), { message: label }).toBe(true);
}

const setField = (label: string, text: string): boolean => {
  const fields = [...document.querySelectorAll<HTMLInputElement>('input, textarea')];
  const field = fields.find((each) =>
    [...(each.labels ?? [])].some(({ textContent }) => textContent.trim() === label),
  );
  if (!field) return false;
  field.focus();
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  return true;
};

export async function fill(page: Page, label: string, text: string): Promise<void> {
  await expect
    .poll(() => page.evaluate(setField, label, text), { message: `fill “${label}”` })
    .toBe(true);
}

export const valueOf = (page: Page, label: string): Promise<string | undefined> =>
  page.evaluate(
    (wanted) =>
      [...document.querySelectorAll<HTMLInputElement>('input, textarea')].find((each) =>
        [...(each.labels ?? [])].some(({ textContent }) => textContent.trim() === wanted),
      )?.value,
    label,
  );

const standing = (page: Page): Promise<void> =>
  expect
    .poll(() => page.evaluate(() => document.querySelector('h1')?.innerText ?? ''))
    .not.toBe('');

export async function openApp(firefox: Firefox, screen = 'today'): Promise<Page> {
  const page = await firefox.extensionPage(`app/index.html#/${screen}`);
  await standing(page);
  return page;
}

export const pwaUrl = (screen = 'today'): string => `${pwaOrigin}/#/${screen}`;

/** In a window of its own, so that it stays in view; `prepare` sees the blank page before the app. */
export async function openPwa(
  firefox: Firefox,
  screen = 'today',
  prepare: (page: Page) => Promise<unknown> = () => Promise.resolve(),
): Promise<Page> {
  const page = await firefox.browser.newPage({ type: 'window' });
  await prepare(page);
  await page.goto(pwaUrl(screen));
  await standing(page);
  return page;
}

/** Goes to another screen of the page without loading it again. */
export async function goTo(page: Page, screen: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#/${screen}`);
}

/** Keeps a quick note; the page stands on Today, or is the popup. */
export async function keepNote(page: Page, text: string): Promise<void> {
  await fill(page, 'A quick note', text);
  await press(page, 'Keep');
  await says(page, 'Kept.');
}

/** The words of the entries on this screen, newest first. */
export const entries = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('article .words')].map((each) => each.innerText),
  );

/** Writes over the words of an entry. */
export async function rewrite(page: Page, before: string, after: string): Promise<void> {
  await goTo(page, 'journal');
  const openEntry = (words: string): boolean => {
    const articles = [...document.querySelectorAll('article')];
    const entry = articles.find(({ textContent }) => textContent.includes(words));
    const link = entry?.querySelector('a');
    link?.click();
    return !!link;
  };
  await expect.poll(() => page.evaluate(openEntry, before), { message: before }).toBe(true);
  await fill(page, 'Your words', after);
  await goTo(page, 'journal');
  await expect.poll(() => entries(page)).toContain(after);
}

/** The words of the ledger, newest first. */
export async function ledger(page: Page): Promise<string[]> {
  await goTo(page, 'ledger');
  const rows = (): Promise<string[]> =>
    page.evaluate(() =>
      [...document.querySelectorAll<HTMLElement>('main ol li')].map((each) => each.innerText),
    );
  await expect.poll(rows).not.toEqual([]);
  return rows();
}

const days = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];

/** Hours around the clock today and tomorrow, set in the settings of this page of the extension. */
export async function welcomeAlways(page: Page): Promise<void> {
  await goTo(page, 'settings');
  await says(page, 'Your hours');
  for (const ahead of [6, 0, 1]) {
    // Yesterday too: soon after midnight an interval began there.
    const day = days[(new Date().getDay() + ahead) % 7] ?? '';
    if ((await valueOf(page, `${day}, from`)) === undefined)
      await press(page, `Add hours on ${day}`);
    for (const end of ['from', 'until']) await fill(page, `${day}, ${end}`, '00:00');
  }
  await goTo(page, 'today');
  await says(page, /Next pause in/);
}

/** Hours around the clock on every day, put in from beside the code; the page of the extension then stands on Today. */
export async function openHours(page: Page): Promise<void> {
  await keepRules(evaluating(page), alwaysWelcome);
  await goTo(page, 'today');
  // What is put in from beside the code, no live query sees; `reload` never settles on such a page.
  await page.evaluate(() => {
    document.body.dataset['before'] = '';
    location.reload();
  });
  const isAnew = (): boolean => document.querySelector('body:not([data-before]) h1') !== null;
  await expect.poll(() => page.evaluate(isAnew)).toBe(true);
  await says(page, /Next pause in/);
}

export const digits = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => document.querySelector<HTMLElement>('.digits')?.innerText);

/** The first meeting, confirmed by the person in a page of the popup, which is closed after it. */
export async function meet(firefox: Firefox, pwa: Page): Promise<void> {
  const popup = await firefox.extensionPage('popup/index.html');
  await goTo(pwa, 'settings');
  await press(pwa, 'Meet the extension');
  await expect.poll(() => digits(pwa)).toMatch(/^\d{3} \d{3}$/);
  await expect.poll(() => digits(popup)).toBe(await digits(pwa));
  await press(popup, 'They match');
  await says(popup, 'In step from now on.');
  await popup.evaluate(() => {
    // The one on the toolbar, which opened by itself with the same question.
    for (const view of chrome.extension.getViews({ type: 'popup' })) view.close();
  });
  await popup.close();
  await pwa.bringToFront(); // only a page in view keeps in touch
  await says(pwa, 'In step on this computer.');
}

/** From the first breath of a pause to its choices, with one feeling named. */
export async function breatheAndName(page: Page, feeling: string): Promise<void> {
  await press(page, 'I’m here');
  await press(page, feeling);
  await says(page, 'What would be kind now?');
}
