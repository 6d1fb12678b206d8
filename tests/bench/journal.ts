/** The journal with 50,000 entries against the same journal with 100: how soon it opens, how it scrolls. */
import { type Page } from 'playwright-core';

import { visitInTurns } from './cold.ts';
import { type Line, median } from './measure.ts';
import { barePage, inPage, productFolder, serveAside, type Stage } from './stage.ts';

const many = 50_000;
const few = 100;
/** Cold openings of each (chosen). */
const times = 15;
const target = 1.3;

export async function benchJournal({ place, chromium }: Stage): Promise<Line[]> {
  const [large, small] = await Promise.all([
    serveAside(productFolder(place, 'pwa')),
    serveAside(productFolder(place, 'pwa')),
  ]);
  for (const [{ origin }, count] of [
    [large, many],
    [small, few],
  ] as const) {
    const page = await barePage(chromium, origin);
    await inPage(page, 'seedVault', count);
    await page.close();
  }
  const visit = (origin: string): { url: string; ready: string; data: string } => ({
    url: `${origin}/#/journal`,
    ready: 'h1',
    data: 'article',
  });
  const seen = await visitInTurns(
    chromium,
    { large: visit(large.origin), small: visit(small.origin) },
    times,
  );
  const page = await chromium.page(visit(large.origin).url);
  await page.waitForSelector('article');
  const scrolled = await scroll(page);
  await page.close();
  await Promise.all([large.close(), small.close()]);
  return [
    {
      what: `journal: first entry of ${many} (floor: of ${few})`,
      ours: median(seen.large.map(({ data }) => data)),
      floor: median(seen.small.map(({ data }) => data)),
      target,
    },
    {
      what: 'journal: longest frame while scrolling',
      ours: scrolled.longest,
      floor: null,
      target: null,
      note: `${scrolled.long} of ${scrolled.frames} frames over 50 ms in ${scrolled.pixels} px`,
    },
  ];
}

interface Scrolled {
  readonly pixels: number;
  readonly frames: number;
  readonly long: number;
  readonly longest: number;
}

/** A quick hand on the wheel: a step of 120 px in each frame (chosen). */
const scroll = (page: Page): Promise<Scrolled> =>
  page.evaluate(async () => {
    const gaps: number[] = [];
    let before = await new Promise<number>(requestAnimationFrame);
    for (let step = 0; step < 300; step++) {
      scrollBy(0, 120);
      const now = await new Promise<number>(requestAnimationFrame);
      gaps.push(now - before);
      before = now;
    }
    return {
      pixels: scrollY,
      frames: gaps.length,
      long: gaps.filter((gap) => gap > 50).length,
      longest: Math.max(...gaps),
    };
  });
