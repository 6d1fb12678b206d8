import { type Page } from 'puppeteer-core';
import { afterEach, beforeEach, expect, test } from 'vitest';

import { serve, type Served } from '../../../scripts/server.ts';
import { buildOf } from '../../support/place.ts';
import { servePwa } from '../support/build.ts';
import { eachFirefox } from '../support/each-firefox.ts';
import { type Firefox } from '../support/firefox.ts';
import {
  entries,
  evaluating,
  fill,
  goTo,
  keepNote,
  meet,
  openApp,
  openPwa,
  press,
  says,
} from '../support/firefox-comma.ts';
import { postsOf, tapPosts } from '../support/posts.ts';
import { shapeOf } from '../support/vault.ts';

let firefox: Firefox;
let served: Served;
let app: Page;

eachFirefox((it) => {
  firefox = it;
});
beforeEach(async () => {
  served = await servePwa();
  app = await openApp(firefox);
});
afterEach(() => served.close());

/** For this page there is no extension; call it before the page loads. */
const cut = (page: Page): Promise<unknown> =>
  page.evaluateOnNewDocument(() => {
    globalThis.postMessage = () => undefined;
  });

test('two journals that meet by six digits are united, and stay in step', async () => {
  await keepNote(app, 'written in the extension');
  const pwa = await openPwa(firefox);
  await keepNote(pwa, 'written in the page');
  await meet(firefox, pwa);
  for (const page of [app, pwa]) {
    await goTo(page, 'journal');
    await expect
      .poll(() => entries(page).then((words) => words.toSorted()))
      .toEqual(['written in the extension', 'written in the page']);
    await goTo(page, 'today');
  }
  expect((await shapeOf(evaluating(pwa))).seed).toBe((await shapeOf(evaluating(app))).seed);

  await keepNote(app, 'and then in the extension');
  await says(pwa, 'and then in the extension');
  await keepNote(pwa, 'and then in the page');
  await says(app, 'and then in the page');
});

test('the same entry edited on both sides while they are apart keeps every word', async () => {
  await keepNote(app, 'the middle of it');
  const first = await openPwa(firefox);
  await meet(firefox, first);
  await goTo(first, 'journal');
  await says(first, 'the middle of it');
  await first.close();

  const apart = await openPwa(firefox, 'journal', cut);
  const edit = async (page: Page, words: string): Promise<void> => {
    await goTo(page, 'journal');
    await says(page, 'the middle of it');
    await page.evaluate(() => document.querySelector<HTMLElement>('article a')?.click());
    await fill(page, 'Your words', words);
    await press(page, 'Done');
    await says(page, words);
  };
  await edit(app, 'from the extension, the middle of it');
  await edit(apart, 'the middle of it, from the page');
  await apart.close();

  const together = await openPwa(firefox, 'journal');
  const united = 'from the extension, the middle of it, from the page';
  for (const page of [app, together]) {
    await goTo(page, 'journal');
    await says(page, united);
    expect(await entries(page)).toEqual([united]);
  }
});

test('what any script on the page posts into the window changes nothing and stops nothing', async () => {
  await keepNote(app, 'written in the extension');
  const pwa = await openPwa(firefox, 'today', tapPosts);
  await meet(firefox, pwa);
  await goTo(pwa, 'today');
  await keepNote(pwa, 'written in the page');
  await says(app, 'written in the page');
  const before = await shapeOf(evaluating(app));

  const heard = await postsOf(pwa);
  const replayed = heard.filter(({ to, kind }) => to === 'extension' && kind === 'message');
  expect(replayed.length).toBeGreaterThan(3);
  await pwa.evaluate(
    async (texts) => {
      const post = (kind: string, id: string, text: unknown, to = 'extension'): void => {
        postMessage({ comma: 'bridge', to, id, kind, text }, location.origin);
      };
      const hello = JSON.stringify({ t: 'hello', v: 2, nonce: 'AAAAAAAAAAAAAAAAAAAAAA' });
      const sealed = JSON.stringify({ t: 'sealed', n: 0, ct: 'A'.repeat(400) });
      const attacks: unknown[][] = [
        ['', '{', 'null', '[]', '{"t":"sealed"}', '{"t":"__proto__"}'],
        [null, 1, { to: 'pairing', type: 'confirm' }],
        [JSON.stringify({ to: 'pairing', type: 'confirm' })],
        [hello, hello, sealed, sealed],
        ['x'.repeat(5_000_000)],
        texts,
        texts.toReversed(),
      ];
      for (const [turn, attack] of attacks.entries()) {
        post('open', `forged${turn}`, '');
        for (const text of attack) post('message', `forged${turn}`, text);
        for (const text of attack) post('message', `forged${turn}`, text, 'page');
        post('close', `forged${turn}`, '');
        // Heard in order: when this one has come back, those before it have been heard.
        await new Promise((resolve) => {
          addEventListener('message', resolve, { once: true });
          postMessage('last', location.origin);
        });
      }
    },
    replayed.map(({ text }) => text),
  );
  await keepNote(pwa, 'and still in step');
  await says(app, 'and still in step');
  await goTo(app, 'journal');
  await expect.poll(() => entries(app)).toHaveLength(3);
  const after = await shapeOf(evaluating(app));
  expect(after.seed).toBe(before.seed);
  expect(after.rows['rec']).toBe((before.rows['rec'] ?? 0) + 1);
  expect(after.rows['quar']).toBe(0);
});

test('a page of any other origin reaches nobody', async () => {
  const before = await shapeOf(evaluating(app));
  const other = await serve(buildOf('pwa'), 0);
  try {
    const page = await firefox.page(`http://localhost:${other.port}/#/settings`);
    await press(page, 'Meet the extension');
    await says(page, /The extension (does not answer|went to sleep)/);
  } finally {
    await other.close();
  }
  expect(await shapeOf(evaluating(app))).toEqual(before);
});
