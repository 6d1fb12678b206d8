/** The journal with 50,000 entries against the same journal with 100: how soon it opens, how it scrolls. */
import { visitInTurns } from './cold.ts';
import { type Line, median } from './measure.ts';
import { benchScroll } from './scroll.ts';
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
  const scrolled = await benchScroll(chromium, visit(large.origin).url, small.origin);
  await Promise.all([large.close(), small.close()]);
  return [
    {
      what: `journal: first entry of ${many} (floor: of ${few})`,
      ours: median(seen.large.map(({ data }) => data)),
      floor: median(seen.small.map(({ data }) => data)),
      target,
    },
    ...scrolled,
  ];
}
