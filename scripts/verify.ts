/**
 * `npm run verify`: everything that can be said about the sources and the builds without a browser.
 * `--without-unit` leaves the unit tests out, for a caller that has just run them by `npm test`.
 */
import { freshen } from './builds.ts';
import { inPlace, usualPlace } from './place.ts';
import { run } from './run.ts';
import { conclude, sum, type Tally, vitest } from './tally.ts';

const place = usualPlace();

const tallyOfCode = (code: number): Tally =>
  code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };

async function tool(command: string, ...args: string[]): Promise<Tally> {
  return tallyOfCode(await run(command, args, inPlace(place)));
}

async function fresh(): Promise<Tally> {
  await freshen(place);
  return { passed: 1, failed: 0 };
}

/** Begins at once, beside the steps before its own, and is silent until then. */
function meanwhile(command: string, ...args: string[]): () => Promise<Tally> {
  const output: Buffer[] = [];
  const ended = run(command, args, inPlace(place), (piece) => output.push(piece)).then(
    tallyOfCode,
    (failure: unknown): Tally => {
      console.error(failure);
      return { passed: 0, failed: 1 };
    },
  );
  return async () => {
    const tally = await ended;
    process.stdout.write(Buffer.concat(output));
    return tally;
  };
}

const withUnit = !process.argv.includes('--without-unit');
const firefoxBuild = ['-s', `${place.dist}/firefox`, '--no-config-discovery'];

// As long as all the others together, and on one core.
const lint = meanwhile('eslint', '--max-warnings', '0', '.');

const steps: Readonly<Record<string, () => Promise<Tally>>> = {
  'types: components and everything else': () =>
    tool('svelte-check', '--fail-on-warnings', '--threshold', 'warning'),
  'types: rules without a browser': () => tool('tsc', '-p', 'src/tsconfig.pure.json'),
  'types: service worker': () => tool('tsc', '-p', 'pwa/tsconfig.sw.json'),
  format: () => tool('prettier', '--check', '--log-level', 'warn', '.'),
  'dead code': () => tool('knip'),
  ...(withUnit && {
    'unit tests, arrows and house rules': () => vitest('test').then(({ tally }) => tally),
  }),
  builds: fresh,
  'build assertions': () => vitest('build', [], [place]).then(({ tally }) => tally),
  'Firefox lint': () => tool('web-ext', 'lint', ...firefoxBuild),
  sizes: () => tool('node', 'scripts/sizes.ts'),
  'lint, begun with the first': lint,
};

const tallies: Tally[] = [];
const lines: string[] = [];
for (const [name, step] of Object.entries(steps)) {
  console.log(`\n── ${name}`);
  const started = performance.now();
  const tally = await step().catch((failure: unknown): Tally => {
    console.error(failure);
    return { passed: 0, failed: 1 };
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  tallies.push(tally);
  lines.push(`${tally.failed === 0 ? '✓' : '✗'} ${name} (${seconds} s)`);
}
console.log(`\n${lines.join('\n')}`);
if (!withUnit) console.log('· unit tests, arrows and house rules: left out, as asked');
conclude(sum(tallies));
