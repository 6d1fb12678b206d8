/** Practice packs: one that somebody else wrote, and one of the person's own. */
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';

import { codeOf } from '#core/features/packs/pack-code.ts';

import { type Served } from '../../../scripts/server.ts';
import { axeFindings } from '../support/axe.ts';
import { filmed, holdUp } from '../support/camera.ts';
import { servePwa } from '../support/build.ts';
import { Chromium } from '../support/chromium.ts';
import { button, goTo, openPwa } from '../support/comma.ts';

let served: Served;
let chromium: Chromium;
/** What the camera sees. */
let film: string;

beforeAll(async () => {
  served = await servePwa();
  film = join(await mkdtemp(join(tmpdir(), 'comma-packs-')), 'film.y4m');
  await holdUp(film, 'https://menu.example');
  chromium = await Chromium.open({ extension: null, switches: filmed(film) });
});
afterAll(async () => {
  await chromium.close();
  await served.close();
  await rm(dirname(film), { recursive: true });
});

const talk = await readFile(
  join(import.meta.dirname, '../../../docs/packs/before-a-talk.json'),
  'utf8',
);
/** With a deck of its own. */
const sample = talk.replace(
  '"lines": [',
  `"decks": [{ "id": "deck-mum", "title": "At the door", "area": "kindness" }],
  "lines": [{ "id": "tea", "deck": "deck-mum", "text": "Tea first, then words." },`,
);

const give = (page: Page, text: string): Promise<void> =>
  page
    .getByLabel('Choose a file')
    .setInputFiles({ name: 'pack.json', mimeType: 'application/json', buffer: Buffer.from(text) });

test('a pack is refused whole or looked at word by word, taken in part, played, and taken away again', async () => {
  const page = await openPwa(chromium, 'practise');
  const violations: string[] = [];
  await page.getByRole('link', { name: /Practice packs/ }).click();

  // A link in the last of its texts refuses all of it, and says where.
  await give(page, sample.replace('there is time.', 'there is time: www.example.org'));
  await page.getByText('There is a link or an address in it.').waitFor();
  await page.getByText('Where: practice 2, step 1, “text”.').waitFor();
  violations.push(...(await axeFindings(page)));

  await give(page, sample);
  await page.getByRole('heading', { name: 'Before a hard talk' }).waitFor();
  await page.getByText('1 practice, 1 card, 1 deck, 4 lines and 2 lines for your plan.').waitFor();
  await page.getByText('Not signed.').waitFor();
  await page.getByText('Every word of it').first().click();
  await page.getByText('Let the breath out be the long one.').waitFor();
  violations.push(...(await axeFindings(page)));
  await page.getByRole('checkbox', { name: /I would like to answer that tomorrow/ }).uncheck();
  await button(page, 'Take these 8').click();
  await page.getByText('It is with your practices and decks now.').waitFor();

  await page.getByRole('link', { name: 'Feet first', exact: true }).click();
  await page.getByText(/From Dr Ines Sample\. About 2 min\./).waitFor();
  expect(page.url()).not.toMatch(/feet|talk/i);
  await button(page, 'Begin').click();
  await page.getByRole('heading', { name: /Feel both feet on the floor/ }).waitFor();
  await button(page, 'Enough for now').click();
  await button(page, 'Done').click();
  const lately = page.getByRole('region', { name: 'Lately' });
  await lately.getByRole('link', { name: /Feet first .* From Dr Ines Sample/ }).waitFor();
  await goTo(page, 'practise/warmth');
  const from = page.getByRole('region', { name: 'From Dr Ines Sample' });
  await from.getByText('Two things can be true at once, and I can hold both.').waitFor();
  await goTo(page, 'practise');
  await page.getByRole('link', { name: /At the door From “Before a hard talk”/ }).click();
  await page.getByRole('heading', { level: 1, name: 'At the door' }).waitFor();
  await page.getByText('Tea first, then words.').waitFor();
  violations.push(...(await axeFindings(page)));
  await goTo(page, 'help');
  await page.getByText('Open the window and feel the air on your face.').first().waitFor();

  await goTo(page, 'packs');
  await button(page, 'Remove the pack').click();
  await page.getByText('Nothing yet.').waitFor();
  violations.push(...(await axeFindings(page)));
  await button(page, 'Undo').click();
  await page.getByRole('link', { name: 'Feet first', exact: true }).waitFor();
  await button(page, 'Remove the pack').click();
  await page.getByText('Nothing yet.').waitFor();
  await goTo(page, 'practise');
  await page
    .getByRole('link', { name: /Back into the body/ })
    .first()
    .waitFor();
  expect(await page.getByRole('link', { name: /Feet first|At the door/ }).count()).toBe(0);
  expect(violations).toEqual([]);
});

test('a pack is written, tried in the player, signed and saved; on its way back it shows the same key, and by a code too', async () => {
  let page = await openPwa(chromium, 'packs');
  const violations: string[] = [];
  await button(page, 'A new pack').click();
  await page.getByLabel('What it is called').fill('Small things');
  await button(page, 'Save as a file').click();
  await page.getByText('Where: “by”.').waitFor();
  await page.getByLabel('Who it is from').fill('Sam');
  await button(page, 'Add a practice').click();
  await page.getByRole('heading', { level: 1, name: 'Without a name' }).waitFor();
  await page.getByLabel('What it is called').fill('A window');
  await page.getByLabel('What it is for, in one sentence').fill('A minute of looking out.');
  await button(page, 'A choice').click();
  await page.getByLabel('What it asks').fill('What is out there?');
  await page.getByLabel('Choices, one on each line').fill('trees\nroofs\nsky');
  await button(page, 'Something to read').click();
  await page.getByLabel('What it says').fill('Look for as long as you like.');
  await button(page, 'Step 2 earlier').click();
  await page.getByRole('heading', { name: '1. Something to read' }).waitFor();
  violations.push(...(await axeFindings(page)));

  // The player itself, and nothing of it is kept.
  await button(page, 'Try it').click();
  await button(page, 'Begin').click();
  await page.getByRole('heading', { name: 'Look for as long as you like.' }).waitFor();
  await button(page, 'Next').click();
  await button(page, 'roofs').click();
  await button(page, 'Next').click();
  await button(page, 'Done').click();
  await page.getByLabel('What it is for, in one sentence').waitFor();

  // What was typed a moment ago is there in another window.
  const address = page.url().replace(/%2F.*$/, '');
  await page.close();
  page = await chromium.page(address);
  await page.getByRole('link', { name: 'Write “A window”' }).waitFor();
  await page.getByRole('switch', { name: /Sign it/ }).click();
  const key = await page.getByText(/^\d{5}( \d{5}){3}$/).innerText();
  const saving = page.waitForEvent('download');
  await button(page, 'Save as a file').click();
  const file = await readFile(await (await saving).path(), 'utf8');
  await page.getByText('Edition 1.').waitFor();
  await button(page, 'Show as a code').click();
  await page.getByRole('img', { name: 'The pack as a code' }).waitFor();
  violations.push(...(await axeFindings(page)));

  await goTo(page, 'packs');
  await give(page, file.replace('roofs', 'proofs'));
  await page.getByText('It was changed after it was signed').waitFor();
  await page.context().grantPermissions(['camera']);
  await holdUp(film, codeOf(JSON.parse(file) as object).text);
  await button(page, 'Read a code').click();
  await page.getByRole('heading', { name: 'Small things' }).waitFor();
  await page.getByText(key).waitFor();
  await button(page, 'Take this one').click();

  // Taken, it is theirs to change.
  await page.getByRole('link', { name: 'Change “A window”' }).click();
  await page.getByLabel('What it is called').fill('My window');
  await button(page, 'Keep it like this').click();
  await page.getByText('Kept.').waitFor();
  violations.push(...(await axeFindings(page)));
  await goTo(page, 'packs');
  await give(page, file);
  await page.getByText('You have all of it already.').waitFor();
  await button(page, 'Leave it').click();
  const mine = page.getByRole('article').filter({ hasText: 'Small things' });
  await mine.getByRole('button', { name: 'Remove the pack' }).click();
  await page.getByText('Kept from packs that went').waitFor();
  await page.getByRole('link', { name: 'My window', exact: true }).waitFor();
  await goTo(page, 'practise');
  await page
    .getByRole('link', { name: /Back into the body/ })
    .first()
    .waitFor();
  expect(
    await page
      .getByRole('region', { name: 'Lately' })
      .getByText(/window/)
      .count(),
  ).toBe(0);
  expect(violations).toEqual([]);
});
