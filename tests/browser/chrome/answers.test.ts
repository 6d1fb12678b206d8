/** What a person says to the coming pause, and what Comma says of it: now, in the ledger and for the next day. */
import { type Locator, type Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { type Chromium } from '../support/chromium.ts';
import { button, goTo, ledger, openApp } from '../support/comma.ts';
import { declinedBefore, engineOf, mainOf } from '../support/engine.ts';
import { eachBrowser } from '../support/each-browser.ts';
import { openHours } from '../support/records.ts';

let chromium: Chromium;
let app: Page;

eachBrowser(async (opened) => {
  chromium = opened;
  app = await openApp(chromium);
});

const main = (): Locator => app.getByRole('main');
const says = (words: string | RegExp): Promise<void> => main().getByText(words).first().waitFor();
const title = (name: string): Promise<void> =>
  app.getByRole('heading', { level: 1, name, exact: true }).waitFor();
test('later, skip and not today are different, say so, and leave their words in the ledger', async () => {
  await openHours(app);
  await button(app, 'More').click();
  const sheet = app.getByRole('dialog');
  await sheet.getByText('It is let go before it comes.').waitFor();
  await sheet.getByRole('button', { name: /^Skip the next one/ }).click();
  await says(/Next pause in/);
  await button(app, 'More').click();
  await sheet.getByRole('button', { name: /^Not today/ }).click();
  await expect.poll(() => app.getByText(/Next pause in/).count()).toBe(0);
  await goTo(app, 'prompts');
  await says('Not today, as you asked.');
  const said = await ledger(app);
  expect(said.join('\n')).toContain('You let this one go before it came.');
  expect(said.join('\n')).toContain('You chose not today');
});

test('off today closes the hours until tomorrow, and is taken back', async () => {
  await openHours(app);
  await button(app, 'More').click();
  await app.getByRole('button', { name: /^Off today/ }).click();
  await says('Off today');
  await button(app, 'More').click();
  await app.getByRole('button', { name: /^On again today/ }).click();
  await says(/Next pause in/);
});

test('“not now” three times in a row brings one offer to ask less often, and yes is all it takes', async () => {
  await openHours(app);
  await declinedBefore(app, 3);
  await app.reload();
  await says('Would you like fewer pauses? Every 75 minutes instead of 50.');
  await button(app, 'Yes').click();
  await says(/Next pause in 7[45] min/);
  await expect.poll(() => app.getByText('Would you like fewer pauses?').count()).toBe(0);
  expect(mainOf(await engineOf(app)).lessAnswered).toBe(true);
});

test('a call is told in one tap, may be given a length, and says so until it is over', async () => {
  await openHours(app);
  await button(app, 'In a call').click();
  await says(/^Pauses wait until it is over, .*\d:\d\d.* at the latest\.$/);
  await button(app, 'For how long?').click();
  await app.getByRole('dialog').getByRole('button', { name: 'For an hour' }).click();
  await says('In a call');
  await says(/^Pauses wait until it is over, .*\d:\d\d.* at the latest\.$/);
  await button(app, 'The call is over').click();
  await says(/Next pause in/);
  const said = (await ledger(app)).join('\n');
  expect(said).toContain('You told Comma of a call until');
  expect(said).toContain('You said the call was over.');
});

test('why there was no pause is answered for a moment, from “More” on Today', async () => {
  // No day ends within the minutes that are asked about.
  await openHours(app, { dayStart: new Date().getHours() < 8 ? 10 : 4 });
  await button(app, 'In a call').click();
  await button(app, 'The call is over').waitFor();
  await app.clock.setFixedTime(Date.now() + 10 * 60_000); // and the person asks about five minutes before
  await button(app, 'More').click();
  await button(app, 'Why no pause?').click();
  await title('Why a pause came, or did not');
  const time = new Date(Date.now() + 5 * 60_000).toTimeString().slice(0, 5);
  await app.getByLabel('Time', { exact: true }).fill(time);
  const answer = main().getByRole('status');
  await expect.poll(() => answer.innerText()).toMatch(/^You told Comma of a call until/);
  await app.getByLabel('Day', { exact: true }).selectOption('Yesterday');
  await expect.poll(() => answer.innerText()).toBe('Comma kept no decisions from before then.');
});

test('the next day is drawn, changes with a “what if”, and can be read as a table', async () => {
  await openHours(app);
  await app.clock.setFixedTime(Date.now()); // the same day ahead, however long this takes
  await goTo(app, 'coming');
  const summary = main().getByRole('status');
  await expect.poll(() => summary.innerText()).toMatch(/^\d+ pauses come: the first/);
  const usual = await summary.innerText();
  const lunch = app.getByRole('group', { name: 'Lunch, or a walk' });
  await lunch.getByLabel('From').fill('10:00');
  await lunch.getByLabel('Until').fill('16:00');
  await expect.poll(() => summary.innerText()).toMatch(/fewer than without your “what if”\.$/);
  await app.getByText('As a table').click();
  await main().getByRole('row').nth(1).waitFor();
  await button(app, 'Clear').click();
  await expect.poll(() => summary.innerText()).toBe(usual);
});

test('the checks say how this browser stands and send one as it would come', async () => {
  await goTo(app, 'checks');
  await says('It last looked at the clock');
  await button(app, 'A dot').click();
  await says('Look at the icon of Comma: it has a dot for a few seconds.');
  const opening = chromium.context.waitForEvent('page');
  await button(app, 'The pause').click();
  await (await opening).getByRole('heading', { level: 1 }).waitFor();
});
