import { type Page } from 'puppeteer-core';
import { beforeEach, expect, test } from 'vitest';

import { eachFirefox } from '../support/each-firefox.ts';
import { type Firefox } from '../support/firefox.ts';
import { fill, goTo, openApp, press, says, welcomeAlways } from '../support/firefox-comma.ts';

let firefox: Firefox;
let app: Page;
eachFirefox((it) => {
  firefox = it;
});
beforeEach(async () => {
  app = await openApp(firefox);
});

const rows = (): Promise<string[]> =>
  app.evaluate(() => [...document.querySelectorAll('main li h2')].map((each) => each.textContent));

test('in Firefox a prompt is added, mended, removed and brought back', async () => {
  await goTo(app, 'prompts');
  await press(app, 'Add a prompt');
  await press(app, 'After active time When you have been at it for a while.');
  await fill(app, 'Name', 'Stretch');
  await fill(app, 'Minutes of active time', '0');
  await says(app, 'A whole number from 5 to 240. Until then the last one stays.');
  await says(app, 'After 50 minutes of active time, in your hours.');
  await fill(app, 'Minutes of active time', '120');
  await says(app, 'After 2 hours of active time, in your hours.');
  await goTo(app, 'prompts');
  await expect.poll(rows).toEqual(['Pause', 'Stretch']);
  await press(app, 'Move Stretch up');
  await expect.poll(rows).toEqual(['Stretch', 'Pause']);
  await goTo(app, 'prompts/main');
  await press(app, 'Remove this prompt');
  await expect.poll(rows).toEqual(['Stretch']);
  await press(app, 'Undo');
  await expect.poll(rows).toEqual(['Stretch', 'Pause']);
});

test('in Firefox a call is told, a day is taken off, and the next day is drawn', async () => {
  await welcomeAlways(app);
  await press(app, 'In a call');
  await press(app, 'For how long?');
  await press(app, 'For an hour');
  await says(app, 'Pauses wait until it is over');
  await press(app, 'The call is over');
  await says(app, /Next pause in/);
  await press(app, 'More');
  await press(app, 'Off today No hours until tomorrow. What comes at any time still does.');
  await says(app, 'Off today');
  await press(app, 'More');
  await press(app, 'On again today Your hours count again.');
  await says(app, /Next pause in/);
  await goTo(app, 'coming');
  await says(app, /\d+ pauses come: the first/);
});
