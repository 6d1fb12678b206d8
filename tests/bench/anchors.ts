/** A tap on an anchor of Today: how soon it shows, and how soon it is kept. */
import { type Page } from 'playwright-core';

import { type Line, percentile } from './measure.ts';
import { type Stage } from './stage.ts';

/** Taps (chosen). */
const times = 60;
/** At once, for who waits for it (chosen). */
const shownTarget = 100;
const keptTarget = 200;

const name = 'Medication taken';

/** Milliseconds until the sign is pressed and painted, and until another version of the day's record lies on the disk. */
const tap = (page: Page, label: string): Promise<{ shown: number; kept: number }> =>
  page.evaluate(
    (wanted) =>
      new Promise<{ shown: number; kept: number }>((resolve, reject) => {
        const sign = document.querySelector<HTMLElement>(`button[aria-label="${wanted}"]`);
        const asked = indexedDB.open('comma');
        asked.onerror = (): void => {
          reject(new Error('The vault does not open.'));
        };
        asked.onsuccess = (): void => {
          const db = asked.result;
          /** The newest version of any day of an anchor; 0 where there is none. */
          const version = (told: (lv: number) => void): void => {
            const range = IDBKeyRange.bound('anchor-day:', 'anchor-day:\uffff');
            const rows = db.transaction('rec').objectStore('rec').getAll(range);
            rows.onsuccess = (): void => {
              const found = rows.result as readonly { readonly lv: number }[];
              told(Math.max(0, ...found.map(({ lv }) => lv)));
            };
          };
          version((before) => {
            if (!sign) {
              reject(new Error(`Nothing is called ${wanted}.`));
              return;
            }
            const seen = { shown: 0, kept: 0 };
            const begun = performance.now();
            const done = (): void => {
              if (seen.shown === 0 || seen.kept === 0) return;
              db.close();
              resolve(seen);
            };
            const observer = new MutationObserver(() => {
              observer.disconnect();
              requestAnimationFrame(() => {
                setTimeout(() => {
                  seen.shown = performance.now() - begun;
                  done();
                });
              });
            });
            observer.observe(sign, { attributes: true, attributeFilter: ['aria-pressed'] });
            const look = (): void => {
              version((now) => {
                if (now === before) {
                  setTimeout(look);
                  return;
                }
                seen.kept = performance.now() - begun;
                done();
              });
            };
            sign.click();
            look();
          });
        };
      }),
    label,
  );

export async function benchAnchors({ place, chromium }: Stage): Promise<Line[]> {
  const page = await chromium.page(`${place.origin}/#/anchor-form`);
  await page.getByRole('button', { name, exact: true }).click();
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await page.getByRole('heading', { level: 1, name }).waitFor();
  await page.evaluate(() => {
    location.hash = '#/today';
  });
  const label = `${name}: done`;
  await page.getByRole('button', { name: label, exact: true }).waitFor();
  const taps: { readonly shown: number; readonly kept: number }[] = [];
  for (let turn = 0; turn <= times; turn++) taps.push(await tap(page, label));
  // The first one fetches the code that writes.
  const of = (part: 'shown' | 'kept', share: number): number =>
    percentile(
      taps.slice(1).map((each) => each[part]),
      share,
    );
  await page.close();
  const line = (what: string, ours: number, target: number | null): Line => ({
    ...{ what: `an anchor tapped on Today: ${what}`, ours, floor: null, target },
  });
  return [
    line('shown, p50', of('shown', 0.5), null),
    line('shown, p95', of('shown', 0.95), shownTarget),
    line('kept, p50', of('kept', 0.5), null),
    line('kept, p95', of('kept', 0.95), keptTarget),
  ];
}
