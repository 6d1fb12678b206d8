/** The screens on which a person decides about their pauses, as they are in use. */
import { type Page } from 'playwright-core';

import { button, goTo } from './comma.ts';
import { type State } from './states.ts';

export const pauseSettings: readonly State[] = [
  [
    'what can be said to the coming pause',
    async (page: Page): Promise<void> => {
      await goTo(page, 'today');
      await button(page, 'More').click();
      await page.getByRole('dialog').waitFor();
    },
  ],
  [
    'the length of a call',
    async (page: Page): Promise<void> => {
      await goTo(page, 'today');
      // Another look at it finds the call still on.
      await button(page, /In a call|The call is over/).waitFor();
      if ((await button(page, 'In a call').count()) > 0) await button(page, 'In a call').click();
      await button(page, 'For how long?').click();
      await page.getByRole('dialog').waitFor();
    },
  ],
  ...['After active time', 'At set times', 'Now and then', 'Around your day'].map(
    (kind) =>
      [
        `a new prompt: ${kind}`,
        async (page: Page): Promise<void> => {
          await goTo(page, 'prompts');
          await button(page, 'Add a prompt').click();
          await page.getByRole('dialog').getByRole('button', { name: kind }).click();
          await page.getByLabel('Name', { exact: true }).waitFor();
        },
      ] as const,
  ),
  [
    'the kinds of a new prompt',
    async (page: Page): Promise<void> => {
      await goTo(page, 'prompts');
      await button(page, 'Add a prompt').click();
      await page.getByRole('dialog').waitFor();
    },
  ],
  [
    'several prompts',
    async (page: Page): Promise<void> => {
      await goTo(page, 'prompts');
      await page.getByRole('link', { name: 'Now and then' }).waitFor();
    },
  ],
  [
    'a prompt with hours of its own and numbers to mend',
    async (page: Page): Promise<void> => {
      await goTo(page, 'prompts/main');
      await page.getByRole('radio', { name: 'Its own' }).check({ force: true });
      await page.getByLabel('Monday, until').fill('');
      await page.getByLabel('Minutes of active time').fill('0');
      await page.getByText('A whole number from').waitFor();
    },
  ],
  [
    'a prompt that was removed and can come back',
    async (page: Page): Promise<void> => {
      await goTo(page, 'prompts');
      await page.getByRole('link', { name: 'Now and then' }).click();
      await button(page, 'Remove this prompt').click();
      await button(page, 'Undo').hover(); // which lets it stay
    },
  ],
  [
    'settings of another program before they are taken over',
    async (page: Page): Promise<void> => {
      await goTo(page, 'prompts');
      await button(page, 'Bring settings from another program').click();
      const sheet = page.getByRole('dialog');
      await sheet
        .getByLabel('Or paste its text')
        .fill('{"microbreakInterval":600000,"monitorDnd":true}');
      await button(page, 'Look at it').click();
      await button(page, 'Take these over').waitFor();
    },
  ],
  [
    'what each cause does',
    async (page: Page): Promise<void> => {
      await goTo(page, 'away');
      await page.getByText('For the curious').click();
    },
  ],
  [
    'an answer to why there was no pause',
    async (page: Page): Promise<void> => {
      await goTo(page, 'ledger');
      await page.getByLabel('Time', { exact: true }).fill('03:59'); // the last minute of the person's day, whenever this runs
      await page.getByText('That time is still to come.').waitFor();
    },
  ],
  [
    'the next day with a “what if”, as a table',
    async (page: Page): Promise<void> => {
      await goTo(page, 'coming');
      const meeting = page.getByRole('group', { name: 'A meeting' });
      await meeting.getByLabel('From').fill('10:00');
      await meeting.getByLabel('Until').fill('12:00');
      await page.getByLabel('Clock there').selectOption('Asia/Tokyo');
      await page.getByText('As a table').click();
    },
  ],
  [
    'the finer settings, and days off with no first day',
    async (page: Page): Promise<void> => {
      await goTo(page, 'settings');
      await page.getByText('More', { exact: true }).click();
      await button(page, 'Add days off').click();
      await page.getByText('Pick the first day.').waitFor();
    },
  ],
];
