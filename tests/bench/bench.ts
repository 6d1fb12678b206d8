/** `npm run bench`: every bench, or those named after `--`. Prints one table; judges nothing by exit code. */
import { freshen } from '../../scripts/builds.ts';
import { freePlace } from '../../scripts/place.ts';
import { benchAnchors } from './anchors.ts';
import { benchBridge } from './bridge-sync.ts';
import { buildFloor } from './builds.ts';
import { benchFirstLoad } from './first-load.ts';
import { benchFresh } from './fresh.ts';
import { benchImport } from './import.ts';
import { benchInStep } from './in-step.ts';
import { benchJournal } from './journal.ts';
import { type Line, tableOf } from './measure.ts';
import { benchNights } from './nights.ts';
import { benchPractise } from './practise.ts';
import { openStage, type Stage } from './stage.ts';
import { benchTiming } from './timing.ts';
import { benchVault } from './vault.ts';

const benches: Readonly<Record<string, (stage: Stage) => Promise<Line[]>>> = {
  load: benchFirstLoad,
  journal: benchJournal,
  practise: benchPractise,
  nights: benchNights,
  anchors: benchAnchors,
  import: benchImport,
  step: benchInStep,
  bridge: benchBridge,
  fresh: benchFresh,
  vault: benchVault,
};

/** Simulated: no browser, no build, tables of their own. */
const simulated: Readonly<Record<string, () => string>> = { timing: benchTiming };

const asked = process.argv.slice(2);
const isAsked = (name: string): boolean => asked.length === 0 || asked.includes(name);
const chosen = Object.entries(benches).filter(([name]) => isAsked(name));
const told = Object.entries(simulated).filter(([name]) => isAsked(name));
if (chosen.length + told.length === 0)
  throw new Error(`There is ${Object.keys({ ...benches, ...simulated }).join(', ')}.`);
for (const [name, bench] of told) console.log(`${name} …\n${bench()}`);
if (chosen.length === 0) process.exit();

const place = await freePlace();
await freshen(place);
await buildFloor(place.origin);
const lines: Line[] = [];
for (const [name, bench] of chosen) {
  console.log(`${name} …`);
  // A browser of its own: no bench meets what another one stored.
  const stage = await openStage(place);
  try {
    const measured = await bench(stage);
    lines.push(...measured);
    console.log(tableOf(measured));
  } finally {
    await stage.close();
  }
}
if (chosen.length > 1) console.log(`\n${tableOf(lines)}`);
