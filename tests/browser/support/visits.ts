/** What the extension remembers of visits to listed sites, seen and moved on from one of its pages. */
import { type Page } from 'playwright-core';

import { nothingVisited, type VisitMemory } from '#core/features/sites/visits.ts';
import { type Way } from '#core/features/sites/ways.ts';

export async function visitsOf(page: Page): Promise<VisitMemory> {
  const { visits } = await page.evaluate(() =>
    chrome.storage.session.get<{ visits?: VisitMemory }>('visits'),
  );
  return visits ?? nothingVisited;
}

async function changeVisits(
  page: Page,
  change: (memory: VisitMemory) => VisitMemory,
): Promise<void> {
  const visits = change(await visitsOf(page));
  await page.evaluate((value) => chrome.storage.session.set({ visits: value }), visits);
}

/** As if the granted minutes of every site had just run out; the end is not said yet. */
export const minutesOver = (page: Page): Promise<void> =>
  changeVisits(page, (memory) => {
    const over = Object.entries(memory.passes).map(
      ([site, pass]) => [site, { ...pass, from: 0, until: 1 }] as const,
    );
    return { ...memory, passes: Object.fromEntries(over) };
  });

/** Lets the alarm of the minutes ring now. */
export async function ringMinutes(page: Page): Promise<void> {
  await page.evaluate(() => chrome.alarms.create('minutes', { when: Date.now() + 20 }));
}

/** As if chance had drawn this way for the visit that waits. */
export const drewWay = (page: Page, way: Way): Promise<void> =>
  changeVisits(page, (memory) => ({
    ...memory,
    visits: memory.visits.map((visit) => ({ ...visit, way })),
  }));
