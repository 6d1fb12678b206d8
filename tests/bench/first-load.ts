/** How soon the popup and the PWA stand, against the smallest page of the same kind. */
import { floorPage } from './builds.ts';
import { type Seen, visitInTurns } from './cold.ts';
import { type Line, median } from './measure.ts';
import { inPage, serveAside, type Stage } from './stage.ts';

/** Cold loads of each page (chosen). */
const times = 15;
const target = 1.3;
const entries = 100;

export async function benchFirstLoad({ place, chromium, floorId }: Stage): Promise<Line[]> {
  const aside = await serveAside(floorPage);
  const floorExtension = `chrome-extension://${floorId}`;
  for (const [kind, url] of [
    ['seedVault', `${place.origin}/icons/192.png`],
    ['seedVault', chromium.url('icons/128.png')],
    ['seedFloor', `${aside.origin}/index.html`],
    ['seedFloor', `${floorExtension}/index.html`],
  ] as const) {
    const page = await chromium.page(url);
    await inPage(page, kind, entries);
    await page.close();
  }
  const floor = { ready: 'h1', data: '[data-entry]' };
  /** Usable when there is something to press; the floor has nothing of that kind. */
  const ready = 'main .primary';
  const seen = await visitInTurns(
    chromium,
    {
      pwa: { url: place.origin, ready, data: 'article' },
      pwaFloor: { url: aside.origin, ...floor },
      popup: { url: chromium.url('popup/index.html'), ready, data: '.next p' },
      popupFloor: { url: `${floorExtension}/index.html`, ...floor },
    },
    times,
  );
  await aside.close();
  return [...lines('PWA', seen.pwa, seen.pwaFloor), ...lines('popup', seen.popup, seen.popupFloor)];
}

const lines = (name: string, ours: readonly Seen[], floor: readonly Seen[]): Line[] =>
  (['painted', 'ready', 'data'] as const).map((moment) => ({
    what: `${name}: ${{ painted: 'first paint', ready: 'interactive', data: 'data shown' }[moment]}`,
    ours: median(ours.map((each) => each[moment])),
    floor: median(floor.map((each) => each[moment])),
    target: moment === 'painted' ? null : target,
  }));
