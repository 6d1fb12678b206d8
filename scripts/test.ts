/**
 * `npm test`: unit tests, then the suites in real browsers against fresh builds, two files at a time.
 * `npm run test:browser -- <files>` runs only the latter.
 */
import { ensureBrowsers } from './browsers.ts';
import { freshen } from './builds.ts';
import { freePlace, type Place } from './place.ts';
import { conclude, sum, type Tally, vitest } from './tally.ts';

const [only, ...files] = process.argv.slice(2);

/** Files that run side by side, each with builds and a port of its own. Most of what they do is wait. */
const lanes = files.filter((file) => file.endsWith('.test.ts')).length === 1 ? 1 : 2;

async function inBrowsers(): Promise<Tally> {
  const advice = ensureBrowsers();
  for (const line of advice) console.error(line);
  if (advice.length > 0) return { passed: 0, failed: advice.length };
  const places: Place[] = [];
  for (let lane = 0; lane < lanes; lane += 1) places.push(await freePlace());
  await Promise.all(places.map((place) => freshen(place)));
  return vitest('browser', [`--maxWorkers=${lanes}`, ...files], places);
}

const unit = only === '--browser' ? [] : [await vitest('test')];
conclude(sum([...unit, await inBrowsers()]));
