/** Sleep with ten years of nights against the same screen with two weeks of them: how soon the picture stands. */
import { visitInTurns } from './cold.ts';
import { type Line, median } from './measure.ts';
import { barePage, inPage, productFolder, serveAside, type Stage } from './stage.ts';

const many = 3_650;
const few = 14;
/** Cold openings of each (chosen). */
const times = 15;
const target = 1.3;

export async function benchNights({ place, chromium }: Stage): Promise<Line[]> {
  const [large, small] = await Promise.all([
    serveAside(productFolder(place, 'pwa')),
    serveAside(productFolder(place, 'pwa')),
  ]);
  for (const [{ origin }, count] of [
    [large, many],
    [small, few],
  ] as const) {
    const page = await barePage(chromium, origin);
    await inPage(page, 'seedNights', count);
    await page.close();
  }
  const visit = (origin: string): { url: string; ready: string; data: string } => ({
    url: `${origin}/#/sleep`,
    ready: 'h1',
    data: 'tbody tr',
  });
  const seen = await visitInTurns(
    chromium,
    { large: visit(large.origin), small: visit(small.origin) },
    times,
  );
  await Promise.all([large.close(), small.close()]);
  return [
    {
      what: `sleep: the picture of 14 nights of ${many} (floor: of ${few})`,
      ours: median(seen.large.map(({ data }) => data)),
      floor: median(seen.small.map(({ data }) => data)),
      target,
    },
  ];
}
