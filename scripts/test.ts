/**
 * `npm test`: unit tests, then the suites in real browsers against fresh builds, two files at a time.
 * `npm run test:browser -- <files>` runs only the latter.
 */
import { ensureBrowsers } from './browsers.ts';
import { freshen } from './builds.ts';
import { freePlace, type Place } from './place.ts';
import { conclude, type Outcome, sum, type Tally, vitest } from './tally.ts';

const [only, ...files] = process.argv.slice(2);

/** Files that run side by side, each with builds and a port of its own. Most of what they do is wait. */
const lanes = files.filter((file) => file.endsWith('.test.ts')).length === 1 ? 1 : 2;

/** More red files than this are no accident (chosen). */
const few = 3;

async function inBrowsers(): Promise<Tally> {
  const advice = ensureBrowsers();
  for (const line of advice) console.error(line);
  if (advice.length > 0) return { passed: 0, failed: advice.length };
  const places: Place[] = [];
  for (let lane = 0; lane < lanes; lane += 1) places.push(await freePlace());
  await Promise.all(places.map((place) => freshen(place)));
  const outcome = await vitest('browser', [`--maxWorkers=${lanes}`, ...files], places);
  const { length } = outcome.red;
  return files.length > 0 || length === 0 || length > few
    ? outcome.tally
    : secondTry(outcome, places.slice(0, 1));
}

/**
 * Two real browsers on a busy machine now and then stall for reasons of their own. In a whole run a red file is
 * tried once more with the machine to itself; what passes only then is named, so that somebody looks into it.
 */
async function secondTry({ red, rest }: Outcome, places: readonly Place[]): Promise<Tally> {
  console.log(`\n── Red, tried once more alone: ${red.join(', ')}`);
  const again = await vitest('browser', ['--maxWorkers=1', ...red], places);
  for (const file of red.filter((name) => !again.red.includes(name)))
    console.log(`Unsteady, passed only at the second try: ${file}`);
  return sum([rest, again.tally]);
}

const unit = only === '--browser' ? [] : [(await vitest('test')).tally];
conclude(sum([...unit, await inBrowsers()]));
