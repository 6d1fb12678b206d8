/**
 * `npm test`: unit tests, then the suites in real browsers against fresh builds, one browser at a time.
 * `npm run test:browser -- <files>` runs only the latter.
 */
import { ensureBrowsers } from './browsers.ts';
import { freshen } from './builds.ts';
import { freePlace } from './place.ts';
import { conclude, sum, type Tally, vitest } from './tally.ts';

const [only, ...files] = process.argv.slice(2);

async function inBrowsers(): Promise<Tally> {
  const advice = ensureBrowsers();
  for (const line of advice) console.error(line);
  if (advice.length > 0) return { passed: 0, failed: advice.length };
  const place = await freePlace();
  await freshen(place);
  return vitest('browser', files, place);
}

const unit = only === '--browser' ? [] : [await vitest('test')];
conclude(sum([...unit, await inBrowsers()]));
