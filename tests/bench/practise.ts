/** From a tap to the first step of a practice, and the library with 500 more practices in it. */
import { type Page } from 'playwright-core';

import { type Line, median } from './measure.ts';
import { libraryPage } from './builds.ts';
import type { LibraryBench } from './library/main.ts';
import { barePage, serveAside, type Stage } from './stage.ts';

/** Taps, and openings of each library (chosen). */
const times = 30;
const more = 500;
const target = 1.3;
/** As typed: whole words, a beginning, a slip, and nothing that is there. */
const searches = ['breath', 'ki', 'braeth', 'slow talk', 'zeppelin'];

/** Milliseconds from a press on what says `name` until the first heading is another one and painted. */
const tap = (page: Page, name: string): Promise<number> =>
  page.evaluate(
    (wanted) =>
      new Promise<number>((resolve, reject) => {
        const pressed = [...document.querySelectorAll<HTMLElement>('a, button')].find((each) =>
          each.innerText.includes(wanted),
        );
        const heading = (): string | undefined => document.querySelector('h1')?.textContent;
        const before = heading();
        if (!pressed) {
          reject(new Error(`Nothing says ${wanted}.`));
          return;
        }
        const begun = performance.now();
        const observer = new MutationObserver(() => {
          if (heading() === undefined || heading() === before) return;
          observer.disconnect();
          requestAnimationFrame(() => {
            setTimeout(() => {
              resolve(performance.now() - begun);
            });
          });
        });
        observer.observe(document, { subtree: true, childList: true, characterData: true });
        pressed.click();
      }),
    name,
  );

/** A page with nothing but a heading and a button that changes it. */
async function emptyPage(page: Page): Promise<void> {
  await page.evaluate(() => {
    const heading = document.createElement('h1');
    const button = document.createElement('button');
    button.textContent = 'Begin';
    button.onclick = (): void => {
      heading.textContent += '.';
    };
    document.body.replaceChildren(heading, button);
  });
}

async function benchTap({ place, chromium }: Stage): Promise<Line[]> {
  const floor = await barePage(chromium, place.origin);
  await emptyPage(floor);
  const page = await chromium.page(`${place.origin}/#/practise`);
  const seen = { open: [] as number[], begin: [] as number[], floor: [] as number[] };
  for (let turn = 0; turn <= times; turn++) {
    await page.bringToFront();
    await page.evaluate(() => {
      location.hash = '#/practise';
    });
    await page
      .getByRole('link', { name: /Six slow breaths/ })
      .first()
      .waitFor();
    const open = await tap(page, 'Six slow breaths');
    await page.getByRole('button', { name: 'Begin', exact: true }).waitFor();
    const begin = await tap(page, 'Begin');
    await floor.bringToFront();
    const empty = await tap(floor, 'Begin');
    if (turn === 0) continue;
    seen.open.push(open);
    seen.begin.push(begin);
    seen.floor.push(empty);
  }
  await Promise.all([page.close(), floor.close()]);
  return [
    { what: 'practice: tap on its name to its page', ours: median(seen.open) },
    { what: 'practice: tap on Begin to the first step', ours: median(seen.begin) },
  ].map((line) => ({ ...line, floor: median(seen.floor), target: null }));
}

type Visited = Awaited<ReturnType<LibraryBench['visit']>>;

async function benchLibrary({ chromium }: Stage): Promise<Line[]> {
  const served = await serveAside(libraryPage);
  const page = await chromium.page(served.origin);
  const visit = (count: number): Promise<Visited> =>
    page.evaluate(
      ([extra, typed]) =>
        (globalThis as unknown as { library: LibraryBench }).library.visit(extra, typed),
      [count, searches] as const,
    );
  const seen: { many: Visited[]; few: Visited[] } = { many: [], few: [] };
  for (let turn = 0; turn <= times; turn++) {
    const [many, few] = [await visit(more), await visit(0)];
    if (turn === 0) continue;
    seen.many.push(many);
    seen.few.push(few);
  }
  await page.close();
  await served.close();
  return (['open', 'search'] as const).map((part) => ({
    what: `library with ${more} more: ${part === 'open' ? 'it stands' : 'a search is answered'} (floor: without)`,
    ours: median(seen.many.map((each) => each[part])),
    floor: median(seen.few.map((each) => each[part])),
    target,
  }));
}

export const benchPractise = async (stage: Stage): Promise<Line[]> => [
  ...(await benchTap(stage)),
  ...(await benchLibrary(stage)),
];
