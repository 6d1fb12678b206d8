/** The vault's two commonest moves, against a plain table that is as careful about crashes. */
import { type Line, median } from './measure.ts';
import { barePage, inPage, type Stage } from './stage.ts';

export async function benchVault({ place, chromium }: Stage): Promise<Line[]> {
  const page = await barePage(chromium, place.origin);
  await inPage(page, 'seedVault', 1_000);
  await inPage(page, 'seedFloor', 1_000);
  await inPage(page, 'writeOne', 20); // warms both
  const written = await inPage(page, 'writeOne', 200);
  const opened = await inPage(page, 'openPage', 40, 50);
  await page.close();
  return [
    {
      what: 'vault: write one entry',
      ours: median(written.ours),
      floor: median(written.floor),
      target: null,
    },
    {
      what: 'vault: open a page of 50',
      ours: median(opened.ours),
      floor: median(opened.floor),
      target: null,
    },
  ];
}
