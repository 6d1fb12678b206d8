/** Browsers and pages of a bench. */
import { join } from 'node:path';
import { type Page } from 'playwright-core';

import { root, type Place } from '../../scripts/place.ts';
import { serve, type Served } from '../../scripts/server.ts';
import { Chromium } from '../browser/support/chromium.ts';
import { floorExtension, pageScript } from './builds.ts';
import type { PageBench } from './page/main.ts';

export interface Stage {
  readonly place: Place;
  readonly chromium: Chromium;
  /** The address of the floor's extension, and its name. */
  readonly floorId: string;
  readonly close: () => Promise<void>;
}

export const productFolder = (place: Place, build: 'chrome' | 'pwa'): string =>
  join(root, place.dist, build);

/** Both extensions in one browser, the PWA served where its build belongs. */
export async function openStage(place: Place): Promise<Stage> {
  const served = await serve(productFolder(place, 'pwa'), Number(new URL(place.origin).port));
  const chromium = await Chromium.open({
    extension: `${productFolder(place, 'chrome')},${floorExtension}`,
  });
  return {
    place,
    chromium,
    floorId: await floorIdIn(chromium),
    close: async () => {
      await chromium.close();
      await served.close();
    },
  };
}

async function floorIdIn(chromium: Chromium): Promise<string> {
  for (;;) {
    const workers = chromium.context.serviceWorkers().map((worker) => worker.url());
    const floor = workers.find((url) => url.endsWith('/floorWorker.js'));
    if (floor) return new URL(floor).host;
    await chromium.context.waitForEvent('serviceworker');
  }
}

/** Another origin with the same files: its storage is its own. */
export async function serveAside(folder: string): Promise<Served & { readonly origin: string }> {
  const served = await serve(folder, 0);
  return { ...served, origin: `http://localhost:${served.port}` };
}

/** Runs one of the page's bench functions; the debugger is not bound by the page's policy. */
export async function inPage<Name extends keyof PageBench>(
  page: Page,
  name: Name,
  ...args: Parameters<PageBench[Name]>
): Promise<Awaited<ReturnType<PageBench[Name]>>> {
  if (!(await page.evaluate(() => 'pageBench' in globalThis)))
    await page.evaluate(await pageScript());
  return page.evaluate(
    ([called, given]) => {
      const bench = (
        globalThis as unknown as {
          pageBench: Record<string, (...given: readonly unknown[]) => unknown>;
        }
      ).pageBench;
      return bench[called]?.(...given) as never;
    },
    [name, args] as const,
  );
}

/** A page of this origin on which nothing of the product runs. */
export const barePage = (chromium: Chromium, origin: string): Promise<Page> =>
  chromium.page(`${origin}/icons/${origin.startsWith('chrome') ? '128' : '192'}.png`);
