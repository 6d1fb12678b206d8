/** What a screen can come to, and how a person brings it there. */
import { type Page } from 'playwright-core';
import { expect } from 'vitest';

import { breatheAndName, button, goTo } from './comma.ts';

export type State = readonly [name: string, open: (page: Page) => Promise<unknown>];

export const states: readonly State[] = [
  [
    'an entry that was kept',
    async (page: Page): Promise<void> => {
      await goTo(page, 'journal');
      await page.getByRole('article').getByRole('link').first().click();
      await page.getByLabel('Your words').waitFor();
    },
  ],
  [
    'the year of the journal',
    async (page: Page): Promise<void> => {
      await goTo(page, 'journal');
      await page.setViewportSize({ width: 360, height: 800 }); // on a wide window it stands beside the list
      await page.getByRole('button', { name: /choose a day/ }).click();
      await page.getByRole('dialog').waitFor();
    },
  ],
  [
    'the picture of the nights',
    async (page: Page): Promise<void> => {
      await goTo(page, 'night');
      await page.getByLabel('In bed at').fill('23:10');
      await page.getByLabel('Out of bed at').fill('07:00');
      await button(page, 'Done').click();
      await page.getByRole('link', { name: /in bed 7 h 50/ }).waitFor();
    },
  ],
  [
    'the question before erasing everything',
    async (page: Page): Promise<void> => {
      await goTo(page, 'settings');
      await button(page, 'Erase everything').click();
      await page.getByRole('dialog').waitFor();
    },
  ],
  [
    'the choice of a quiet time',
    async (page: Page): Promise<void> => {
      await goTo(page, 'today');
      await button(page, 'Quiet for a while').click();
      await page.getByRole('dialog').waitFor();
    },
  ],
  ['the breath of a pause', (page: Page): Promise<void> => goTo(page, 'pause')],
  [
    'naming what is here',
    async (page: Page): Promise<void> => {
      await goTo(page, 'pause');
      await button(page, 'I’m here').click();
      await button(page, 'more…').click();
    },
  ],
  [
    'the choices of a pause',
    async (page: Page): Promise<void> => {
      await goTo(page, 'pause');
      await breatheAndName(page, 'calm');
    },
  ],
  ['a kind line', (page: Page): Promise<void> => goTo(page, 'pause/line')],
  ['coming back to the room', (page: Page): Promise<void> => goTo(page, 'pause/ground')],
  ['writing a line', (page: Page): Promise<void> => goTo(page, 'pause/write')],
  ['the harsh sentence', (page: Page): Promise<void> => goTo(page, 'pause/comma')],
  [
    'the full stop that turns',
    async (page: Page): Promise<void> => {
      await goTo(page, 'pause/comma');
      await page.getByRole('textbox').fill('I never finish anything.');
      await button(page, 'Watch the full stop').click();
      await expect.poll(() => page.locator('[inert]').count()).toBe(0);
    },
  ],
  [
    'the sentence as it goes on',
    async (page: Page): Promise<void> => {
      await goTo(page, 'pause/comma');
      await page.getByRole('textbox').fill('I never finish anything.');
      await button(page, 'Watch the full stop').click();
      await page.getByRole('listitem').getByRole('button').first().click();
      await button(page, 'Keep it').waitFor();
    },
  ],
  [
    'the end of a pause',
    async (page: Page): Promise<void> => {
      await goTo(page, 'pause/line');
      await button(page, 'Done').click();
      await button(page, 'Stay a moment').click();
    },
  ],
];
