/** How evenly a long list scrolls: the journal against plain rows that all stand in the page. */
import { type Page } from 'playwright-core';

import { type Chromium } from '../browser/support/chromium.ts';
import { type Line, median } from './measure.ts';
import { barePage, inPage } from './stage.ts';

/** Rounds of each, taken in turns (chosen). */
const rounds = 3;
/** As slow as this machine, and as a telephone of some years (chosen). */
const slowness = [1, 4];
/** More plain rows than the steps below reach. */
const plainRows = 1_500;

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

async function scrolled(chromium: Chromium, page: Page, times: number): Promise<Scrolled> {
  const session = await chromium.context.newCDPSession(page);
  await page.waitForTimeout(1_000); // what a screen does after it has opened is another matter
  await session.send('Emulation.setCPUThrottlingRate', { rate: times });
  const seen = await scroll(page);
  await page.close();
  return seen;
}

async function journal(chromium: Chromium, url: string): Promise<Page> {
  const page = await chromium.page(url);
  await page.waitForSelector('article');
  return page;
}

async function plain(chromium: Chromium, origin: string): Promise<Page> {
  const page = await barePage(chromium, origin);
  await inPage(page, 'showPlain', plainRows);
  return page;
}

/** Of all rounds together, and how far the shortest of them came: a list that ends too soon has no more to draw. */
function shareOfLong(seen: readonly Scrolled[]): string {
  const sum = (of: (each: Scrolled) => number): number =>
    seen.reduce((all, one) => all + of(one), 0);
  const share = (100 * sum(({ long }) => long)) / sum(({ frames }) => frames);
  return `${share.toFixed(1)} % of the frames in ${Math.min(...seen.map(({ pixels }) => pixels))} px`;
}

/** `url` shows the journal; `aside` is an origin for the plain page. */
export async function benchScroll(chromium: Chromium, url: string, aside: string): Promise<Line[]> {
  const lines: Line[] = [];
  for (const times of slowness) {
    const [ours, floor]: [Scrolled[], Scrolled[]] = [[], []];
    for (let round = 0; round < rounds; round++) {
      ours.push(await scrolled(chromium, await journal(chromium, url), times));
      floor.push(await scrolled(chromium, await plain(chromium, aside), times));
    }
    const slowed = times === 1 ? '' : `, ${times}× slower processor`;
    lines.push({
      what: `journal: longest frame while scrolling${slowed} (floor: plain rows)`,
      ours: median(ours.map(({ longest }) => longest)),
      floor: median(floor.map(({ longest }) => longest)),
      target: null,
      note: `over 50 ms: ${shareOfLong(ours)} (floor: ${shareOfLong(floor)})`,
    });
  }
  return lines;
}
