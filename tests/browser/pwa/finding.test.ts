/** From a first run to the right practice: what is welcome, what Today suggests, and Practise. */
import { type Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { axeFindings } from '../support/axe.ts';
import { type Chromium } from '../support/chromium.ts';
import { appStands, button, goTo, openPwa } from '../support/comma.ts';
import { eachBrowser } from '../support/each-browser.ts';

let chromium: Chromium;

eachBrowser(
  (opened) => {
    chromium = opened;
  },
  { extension: null },
);

const area = (page: Page, name: string): ReturnType<Page['getByRole']> =>
  page.getByRole('switch', { name });

test('at a first run it is asked what is welcome; Today suggests one practice and says why; Practise finds by time, by what is here and by words', async () => {
  let page = await openPwa(chromium);
  const asked = page.getByRole('heading', { name: 'What is welcome here?' });
  // One thing at a time on Today; where practices are it is asked of whoever comes there first.
  await button(page, 'Leave it at steady').waitFor();
  expect(await asked.count()).toBe(0);
  await goTo(page, 'practise');
  await asked.waitFor();
  await goTo(page, 'today');
  await button(page, 'Leave it at steady').click();
  await asked.waitFor();
  // The first pause is there all the while.
  await button(page, 'Pause now').waitFor();
  expect(await axeFindings(page)).toEqual([]);
  await area(page, 'Stress at work').uncheck();
  await area(page, 'Closeness and limits, for adults').click();
  await button(page, 'Leave it off').click();
  expect(await area(page, 'Closeness and limits, for adults').isChecked()).toBe(false);
  await button(page, 'Done').click();
  await asked.waitFor({ state: 'detached' });

  const something = page.getByRole('region', { name: 'Something for today' });
  const suggested = something.getByRole('heading', { level: 3 });
  const first = await suggested.innerText();
  expect(await something.locator('.why').innerText()).toMatch(
    /^(It takes a minute|You have not met it yet|For |A way into)/,
  );
  await button(page, 'Another').click();
  await expect.poll(() => suggested.allInnerTexts()).not.toEqual([first]);
  const second = await suggested.innerText();
  await page.reload();
  await appStands(page);
  await expect.poll(() => suggested.allInnerTexts()).toEqual([second]);
  await button(page, 'Not today').click();
  await something.getByText('Nothing more for today.').waitFor();

  // Whoever comes back is asked neither.
  await page.close();
  page = await openPwa(chromium);
  await page.getByText('Nothing more for today.').waitFor();
  expect(await page.getByText('What is welcome here?').count()).toBe(0);

  await goTo(page, 'practise');
  await page.getByText('What is welcome here', { exact: true }).waitFor();
  const found = page.getByRole('region', { name: 'What fits' }).getByRole('link');
  const links = page.getByRole('main').getByRole('link');
  await page
    .getByRole('link', { name: /Six slow breaths/ })
    .first()
    .waitFor();
  const whole = (await links.allInnerTexts()).join();
  expect(whole).not.toMatch(/Half a minute to look|They say|My compass/);
  await button(page, '20 seconds').click();
  await found.filter({ hasText: 'Ten kind seconds' }).waitFor();
  await button(page, '20 seconds').click();
  await button(page, 'cannot sleep').click();
  await button(page, 'only me').click();
  await found.first().waitFor();
  expect(await found.filter({ hasText: 'Turn by turn' }).count()).toBe(0);
  await button(page, 'cannot sleep').click();
  await button(page, 'only me').click();
  await page.getByLabel('Search by words').fill('slwo braeths');
  await expect.poll(() => found.first().innerText()).toContain('Six slow breaths');
  await page.getByLabel('Search by words').fill('zeppelin');
  await page.getByText('Nothing fits all of that.', { exact: false }).waitFor();
  await page.getByLabel('Search by words').fill('');
  await page.getByRole('region', { name: 'All of them' }).waitFor();
});
