/** A history of ten years: a file until it is shown what would come, and from the yes until all of it is kept. */
import { zipSync } from 'fflate';
import { type Page } from 'playwright-core';

import { appStands, button } from '../browser/support/comma.ts';
import { type Line, median } from './measure.ts';
import { productFolder, serveAside, type Stage } from './stage.ts';

const days = 3_650;
const habits = 10;
/** Each in a place that has nothing yet (chosen). */
const times = 3;
const dayMs = 86_400_000;
const newest = Date.parse('2026-11-26T06:00Z');

const dateOf = (back: number): string => new Date(newest - back * dayMs).toISOString().slice(0, 10);

function nights(): Buffer {
  const rows = Array.from({ length: days }, (_, back) => {
    const stop = newest - back * dayMs;
    const comment = back % 3 === 0 ? 'warm, and the window was open' : '';
    return [days - back, stop - 8 * 3_600_000, stop, back % 6, `"${comment}"`, back % 4].join();
  });
  return Buffer.from(['sid,start,stop,rating,comment,wakes', ...rows].join('\r\n'));
}

function loop(): Buffer {
  const names = Array.from(
    { length: habits },
    (_, at) => `${String(at + 1).padStart(3, '0')} Habit`,
  );
  const list = names.map(
    (name) => `${name.slice(0, 3)},Habit ${name},YES_NO,,,3,7,#FF8F00,,,,false`,
  );
  const marks = ['YES_MANUAL', 'NO', 'SKIP', 'YES_MANUAL', 'UNKNOWN'];
  const text = (lines: readonly string[]): Uint8Array => Buffer.from(`${lines.join('\n')}\n`);
  const head =
    'Position,Name,Type,Question,Description,FrequencyNumerator,FrequencyDenominator,Color,Unit,Target Type,Target Value,Archived?';
  const files = names.map((name, at): [string, Uint8Array] => [
    `${name}/Checkmarks.csv`,
    text([
      'Date,Value,Notes',
      ...Array.from(
        { length: days },
        (_, back) => `${dateOf(back)},${marks[(back + at) % 5] ?? ''},`,
      ),
    ]),
  ]);
  return Buffer.from(
    zipSync({ 'Habits.csv': text([head, ...list]), ...Object.fromEntries(files) }),
  );
}

interface Timed {
  readonly shown: number;
  readonly kept: number;
}

async function bringOnce(page: Page, name: string, file: Buffer): Promise<Timed> {
  const coming = page.getByText('would be new').first();
  const began = performance.now();
  await page
    .locator('input[type=file]')
    .setInputFiles({ name, mimeType: 'text/csv', buffer: file });
  const go = button(page, 'Go on');
  await coming.or(go).first().waitFor();
  let waited = 0;
  if (await go.isVisible()) {
    const asked = performance.now();
    await go.click();
    await coming.waitFor();
    waited = performance.now() - asked;
  }
  const shown = waited === 0 ? performance.now() - began : waited;
  const said = performance.now();
  await button(page, 'Bring it').click();
  await page.getByText(' came.').waitFor({ timeout: 120_000 });
  return { shown, kept: performance.now() - said };
}

export async function benchImport({ place, chromium }: Stage): Promise<Line[]> {
  const files = [
    { what: `${days} nights of Plees Tracker`, name: 'plees.csv', file: nights() },
    { what: `${habits} habits of Loop, ${days} days each`, name: 'loop.zip', file: loop() },
  ];
  const lines: Line[] = [];
  for (const { what, name, file } of files) {
    const timed: Timed[] = [];
    for (let nth = 0; nth < times; nth++) {
      const served = await serveAside(productFolder(place, 'pwa'));
      const page = await chromium.page(`${served.origin}/#/bring`);
      await appStands(page);
      timed.push(await bringOnce(page, name, file));
      await page.close();
      await served.close();
    }
    for (const [step, target] of [
      ['shown', 2_000],
      ['kept', 10_000],
    ] as const)
      lines.push({
        what: `import: ${what}, until ${step}`,
        ours: median(timed.map((each) => each[step])),
        ...{ floor: null, target },
      });
  }
  return lines;
}
