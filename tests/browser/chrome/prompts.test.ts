/** What a person decides about their prompts and hours, in the extension as it is built. */
import { type Locator, type Page } from 'playwright-core';
import { expect, test } from 'vitest';

import { type Chromium } from '../support/chromium.ts';
import { button, goTo, openApp, welcomeAlways } from '../support/comma.ts';
import { eachBrowser } from '../support/each-browser.ts';
import { putFields, settingsOf } from '../support/records.ts';
import { shapeOf } from '../support/vault.ts';

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
/** A radio button lies unseen under its picture, and the first choice goes with its card. */
const pick = (name: string | RegExp): Promise<void> =>
  app.getByRole('radio', { name }).click({ force: true });
const focused = (): Promise<string> =>
  app.evaluate(() => {
    const at = document.activeElement;
    return at?.getAttribute('aria-label') ?? at?.textContent.trim() ?? '';
  });

async function addPrompt(kind: RegExp, name: string): Promise<void> {
  await goTo(app, 'prompts');
  await button(app, 'Add a prompt').click();
  await app.getByRole('dialog').getByRole('button', { name: kind }).click();
  await app.getByLabel('Name', { exact: true }).fill(name);
  await title(name);
}

const rows = (): Promise<string[]> =>
  main().getByRole('listitem').getByRole('heading').allInnerTexts();

test('a first choice of three rhythms is asked once, is kept, and can be changed later', async () => {
  await app.getByRole('heading', { name: 'How often would you like a pause?' }).waitFor();
  await pick(/^Close/);
  await expect.poll(() => app.getByText('How often would you like a pause?').count()).toBe(0);
  await welcomeAlways(app);
  await says(/Next pause in 2[45] min/);
  await app.reload();
  await says(/Next pause in/);
  expect(await app.getByText('How often would you like a pause?').count()).toBe(0);
  await goTo(app, 'settings');
  await expect.poll(() => app.getByRole('radio', { name: /^Close/ }).isChecked()).toBe(true);
  await pick(/^Quiet/);
  await goTo(app, 'today');
  await says(/Next pause in (89|90) min/);
});

test('a prompt of each kind is added, named and changed, and says when it comes, after a restart too', async () => {
  await addPrompt(/^At set times/, 'Lunch');
  await app.getByLabel('Time 1').fill('12:30');
  await button(app, 'Saturday').click();
  await button(app, 'Sunday').click();
  await says(/^At 12:30.* on weekdays\.$/);
  await pick(/^A notice/);
  await button(app, 'Back to the body').click();
  await app.getByLabel('Clock', { exact: true }).selectOption('Europe/Berlin');
  await says(/^At 12:30.* on weekdays, by the clock of Berlin\.$/);

  await addPrompt(/^Now and then/, 'Look up');
  await app.getByLabel('Times a day').fill('2');
  await says(/^Twice a day between .*, at least an hour apart/);

  await addPrompt(/^Around your day/, 'Wind down');
  await app.getByLabel('It follows').selectOption('usual sleep time, before it');
  await app.getByLabel('Minutes before it').fill('45');
  await says('45 minutes before your usual sleep time.');

  await addPrompt(/^After active time/, 'Stretch');
  await app.getByLabel('Minutes of active time').fill('120');
  await pick('Its own');
  await app.getByLabel('Monday, from').fill('22:00');
  await app.getByLabel('Monday, until').fill('06:00');
  await says('Ends on Tuesday.');

  await goTo(app, 'prompts');
  await expect.poll(rows).toEqual(['Pause', 'Lunch', 'Look up', 'Wind down', 'Stretch']);
  await chromium.restart();
  app = await openApp(chromium, 'prompts');
  await expect.poll(rows).toEqual(['Pause', 'Lunch', 'Look up', 'Wind down', 'Stretch']);
  await app.getByRole('link', { name: 'Lunch' }).click();
  await says(/^At 12:30.* on weekdays, by the clock of Berlin\.$/);
  await expect.poll(() => app.getByRole('radio', { name: /^A notice/ }).isChecked()).toBe(true);
  expect(await button(app, 'Back to the body').getAttribute('aria-pressed')).toBe('true');
  await goTo(app, 'prompts');
  await app.getByRole('link', { name: 'Stretch' }).click();
  await expect.poll(() => app.getByLabel('Monday, from').inputValue()).toBe('22:00');
});

test('what makes no sense is answered with a sentence beside it, and the last one stays', async () => {
  await addPrompt(/^After active time/, 'Stretch');
  for (const nonsense of ['2', '0', 'soon', '']) {
    await app.getByLabel('Minutes of active time').fill(nonsense);
    await says('A whole number from 5 to 240. Until then the last one stays.');
  }
  await says('After 50 minutes of active time, in your hours.');
  await app.getByLabel('Minutes of active time').fill('30');
  await says('After 30 minutes of active time, in your hours.');

  await goTo(app, 'settings');
  const friday = (end: string): Locator => app.getByLabel(`Friday, ${end}`);
  await friday('from').fill('17:30');
  await says('The two times are the same. Until they differ, the last ones stay.');
  const { version } = await shapeOf(app);
  await friday('until').fill('20:00'); // both are taken now, the first one, too
  await expect.poll(() => app.getByText('The two times are the same').count()).toBe(0);
  await expect.poll(() => shapeOf(app).then((now) => now.version)).toBeGreaterThan(version);
  await friday('until').fill('');
  await says('A time needs hours and minutes. Until then the last one stays.');
  await app.reload();
  await expect.poll(() => friday('from').inputValue()).toBe('17:30');
  await expect.poll(() => friday('until').inputValue()).toBe('20:00');
});

test('hours may be several a day, are given to all weekdays at once, and go away by keys', async () => {
  await goTo(app, 'settings');
  await app.getByLabel('Monday, until').fill('12:00');
  await button(app, 'Add hours on Monday').click();
  expect(await app.getByLabel('Monday, from').nth(1).inputValue()).toBe('13:00');
  await button(app, 'Monday’s hours on all weekdays').click();
  await expect.poll(() => app.getByLabel('Friday, from').count()).toBe(2);
  expect(await app.getByLabel('Saturday, from').count()).toBe(0);
  await button(app, 'Remove these hours on Friday').first().focus();
  await app.keyboard.press('Enter');
  await expect.poll(() => app.getByLabel('Friday, from').count()).toBe(1);
  await expect.poll(focused).toBe('Add hours on Friday');
});

test('prompts change their order by keys, and one that is removed comes back, the first one, too', async () => {
  await addPrompt(/^At set times/, 'Lunch');
  await goTo(app, 'prompts');
  await button(app, 'Move Lunch up').focus();
  await app.keyboard.press('Enter');
  await expect.poll(rows).toEqual(['Lunch', 'Pause']);
  await app.getByRole('status').getByText('Lunch is number 1 of 2 now.').waitFor();
  await expect.poll(focused).toMatch(/^Move Lunch/);

  await app.getByRole('link', { name: 'Pause' }).click();
  await title('Pause');
  await button(app, 'Remove this prompt').click();
  await title('Prompts');
  await expect.poll(rows).toEqual(['Lunch']);
  await button(app, 'Undo').click();
  await expect.poll(rows).toEqual(['Lunch', 'Pause']);
});

test('what being away does can be changed for one cause and put back', async () => {
  await goTo(app, 'away');
  await app.getByText('For the curious').click();
  const locked = app.getByLabel('The screen is locked: the time');
  await locked.selectOption('goes on counting');
  const other = await openApp(chromium, 'away');
  await other.getByText('For the curious').click();
  const there = other.getByLabel('The screen is locked: the time');
  await expect.poll(() => there.inputValue()).toBe('keep');
  await button(app, 'As it was at first').click();
  await expect.poll(() => there.inputValue()).toBe('rest');
});

test('settings of another program are shown before they are taken over, and taken back whole', async () => {
  await goTo(app, 'prompts');
  await button(app, 'Bring settings from another program').click();
  const sheet = app.getByRole('dialog');
  await sheet.getByLabel('Or paste its text').fill('nothing of the kind');
  await sheet.getByRole('button', { name: 'Look at it' }).click();
  await sheet.getByText('This is not a settings file Comma knows.').waitFor();
  const stretchly = { microbreakInterval: 600_000, microbreakDuration: 20_000, breakInterval: 2 };
  await sheet
    .getByLabel('Or paste its text')
    .fill(JSON.stringify({ ...stretchly, monitorDnd: true }));
  await sheet.getByRole('button', { name: 'Look at it' }).click();
  await sheet.getByText('These are settings of Stretchly.').waitFor();
  await sheet.getByText('After 10 minutes of active time, in your hours.').waitFor();
  await sheet.getByText(/Do Not Disturb of the system cannot be seen/).waitFor();
  await sheet.getByRole('button', { name: 'Take these over' }).click();
  await expect.poll(rows).toEqual(['Long break', 'Mini break', 'Pause']);
  await button(app, 'Undo').click();
  await expect.poll(rows).toEqual(['Pause']);
});

test('settings that arrived as nonsense say what stands in for them, until they are set or let be', async () => {
  const nonsense = { 'pauses.idleMinutes': 0, 'pauses.hours.mon': '26:00-27:00' };
  await putFields(app, [settingsOf(nonsense)]);
  await goTo(app, 'settings');
  await app.reload();
  await says('Your hours, Monday: “26:00-27:00” makes no sense here.');
  const away = main().getByText('Minutes until you count as away: “0” makes no sense here.');
  await away.waitFor();
  // Beside a long sentence on a phone, what can be done is still one word on one line.
  await app.setViewportSize({ width: 360, height: 800 });
  const show = button(app, 'Show Minutes until you count as away');
  const { width: wide = 0, height: high = 0 } = (await show.boundingBox()) ?? {};
  expect(wide).toBeGreaterThan(high);
  await show.click();
  await app.getByLabel('Minutes until you count as away', { exact: true }).fill('4');
  await expect.poll(() => away.count()).toBe(0);
  await button(app, 'Fine as it is now').click();
  const putRight = app.getByRole('heading', { name: 'Put right' });
  await expect.poll(() => putRight.count()).toBe(0);
  await app.reload();
  await expect.poll(() => app.getByLabel('Monday, from').inputValue()).toBe('09:00');
  expect(await putRight.count()).toBe(0);
});
