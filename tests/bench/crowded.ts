/** A screen of a vault that holds much against the same screen of one that holds little: how soon its first thing stands. */
import { visitInTurns, type Visit } from './cold.ts';
import { type Line, median } from './measure.ts';
import { barePage, inPage, productFolder, serveAside, type Stage } from './stage.ts';

/** Cold openings of each (chosen). */
const times = 15;
const target = 1.3;

interface Crowded {
  readonly what: string;
  readonly seed: 'seedVault' | 'seedNights';
  readonly many: number;
  readonly few: number;
  readonly route: string;
  /** Selector of the first thing of the person's own. */
  readonly data: string;
  /** What else there is to measure: `full` is the screen that holds much, `aside` an origin that holds little. */
  readonly then?: (full: string, aside: string) => Promise<readonly Line[]>;
}

export async function benchCrowded(
  { place, chromium }: Stage,
  { what, seed, many, few, route, data, then }: Crowded,
): Promise<Line[]> {
  const [large, small] = await Promise.all([
    serveAside(productFolder(place, 'pwa')),
    serveAside(productFolder(place, 'pwa')),
  ]);
  for (const [{ origin }, count] of [
    [large, many],
    [small, few],
  ] as const) {
    const page = await barePage(chromium, origin);
    await inPage(page, seed, count);
    await page.close();
  }
  const visit = (origin: string): Visit => ({ url: `${origin}/#/${route}`, ready: 'h1', data });
  const seen = await visitInTurns(
    chromium,
    { large: visit(large.origin), small: visit(small.origin) },
    times,
  );
  const more = (await then?.(visit(large.origin).url, small.origin)) ?? [];
  await Promise.all([large.close(), small.close()]);
  return [
    {
      what,
      ours: median(seen.large.map((each) => each.data)),
      floor: median(seen.small.map((each) => each.data)),
      target,
    },
    ...more,
  ];
}
