import { afterEach, beforeEach, expect, test } from 'vitest';

import { type Served } from '../../../scripts/server.ts';
import { servePwa } from '../support/build.ts';
import { Firefox } from '../support/firefox.ts';
import { goTo, keepNote, meet, openApp, openPwa, says } from '../support/firefox-comma.ts';
import { postsOf, tapPosts } from '../support/posts.ts';

let firefox: Firefox;
let served: Served;

beforeEach(async () => {
  served = await servePwa();
  firefox = await Firefox.open({ idleTimeout: 3_000 });
});
afterEach(async () => {
  await firefox.close();
  await served.close();
});

test('when the event page goes to sleep under the bridge, the page finds it again', async () => {
  const app = await openApp(firefox);
  const pwa = await openPwa(firefox, 'today', tapPosts);
  await meet(firefox, pwa);
  const ends = async (): Promise<number> =>
    (await postsOf(pwa)).filter(({ to, kind }) => to === 'page' && kind === 'close').length;
  const before = await ends();
  await expect.poll(ends).toBeGreaterThan(before);

  await goTo(pwa, 'today');
  await keepNote(pwa, 'written while nobody listened');
  await says(app, 'written while nobody listened');
  await keepNote(app, 'and an answer');
  await says(pwa, 'and an answer');
});
