/** 10,000 entries over the bridge, against the same sealed bytes over the same kind of port; then small rounds. */
import { extensionId } from '#core/sync/protocol/extension-address.ts';

import { type Line, median } from './measure.ts';
import { barePage, inPage, type Stage } from './stage.ts';

const entries = 10_000;
/** Runs each way, in turns with the floor (chosen). */
const times = 5;
/** Small rounds of each kind (chosen). */
const smallTimes = 15;
const target = 1.5;

export async function benchBridge({ place, chromium, floorId }: Stage): Promise<Line[]> {
  const page = await barePage(chromium, place.origin);
  const extension = await barePage(chromium, chromium.url('').slice(0, -1));
  await inPage(page, 'takeSeed', await inPage(extension, 'readSeed'));
  await inPage(page, 'seedVault', entries);
  const taken = { out: [] as number[], back: [] as number[] };
  const raw = { out: [] as number[], back: [] as number[] };
  const kept = { out: [] as number[], back: [] as number[] };
  for (let turn = 0; turn < times; turn++) {
    for (const [floor, keep] of [
      [raw, false],
      [kept, true],
    ] as const) {
      const { out, back } = await inPage(page, 'timeRaw', floorId, keep);
      floor.out.push(out);
      floor.back.push(back);
    }
    await inPage(extension, 'emptyVault');
    await inPage(page, 'forget');
    taken.out.push(await inPage(page, 'timeRound', extensionId));
    expectAll(await inPage(extension, 'countEntries'));
    await inPage(page, 'emptyVault');
    taken.back.push(await inPage(page, 'timeRound', extensionId));
    expectAll(await inPage(page, 'countEntries'));
  }
  const quiet: number[] = [];
  const edited: number[] = [];
  for (let turn = 0; turn < smallTimes; turn++) {
    quiet.push(await inPage(page, 'timeRound', extensionId));
    await inPage(page, 'editOne', turn);
    edited.push(await inPage(page, 'timeRound', extensionId));
  }
  await page.close();
  const small = (what: string, ours: readonly number[]): Line => ({
    what: `bridge: a round over ${entries} entries, ${what}`,
    ours: median(ours),
    floor: null,
    target: null,
  });
  const first = (['out', 'back'] as const).flatMap((way): Line[] => {
    const name = way === 'out' ? 'page to extension' : 'extension to page';
    return [
      {
        what: `bridge: ${entries} entries, ${name} (floor: the bytes carried)`,
        ours: median(taken[way]),
        floor: median(raw[way]),
        target: null,
      },
      {
        what: `bridge: ${entries} entries, ${name} (floor: carried and stored)`,
        ours: median(taken[way]),
        floor: median(kept[way]),
        target,
      },
    ];
  });
  return [...first, small('nothing new', quiet), small('one edited', edited)];
}

function expectAll(count: number): void {
  if (count !== entries) throw new Error(`${count} of ${entries} entries arrived.`);
}
