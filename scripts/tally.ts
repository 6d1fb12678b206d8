/** Counts what passed and what failed, and says it in the one line that people and machines read. */
import { mkdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

import { inLanes, type Place, root } from './place.ts';
import { run } from './run.ts';

export interface Tally {
  readonly passed: number;
  readonly failed: number;
}

/** What a run came to, and the files in which not everything passed. */
export interface Outcome {
  readonly tally: Tally;
  readonly red: readonly string[];
  /** The tally without those files. */
  readonly rest: Tally;
}

interface Report {
  readonly numPassedTests: number;
  /** Skipped, whether the test says so or a name that was asked for leaves it out. */
  readonly numPendingTests: number;
  readonly numTotalTests: number;
  readonly testResults?: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}

function isReport(value: unknown): value is Report {
  const counts = ['numPassedTests', 'numPendingTests', 'numTotalTests'];
  return (
    typeof value === 'object' &&
    value !== null &&
    counts.every((name) => typeof (value as Record<string, unknown>)[name] === 'number')
  );
}

/** Whether only the tests of some name were asked for. */
const named = (args: readonly string[]): boolean =>
  args.some((arg) => /^(-t|--testNamePattern)(=|$)/.test(arg));

/** What a report comes to, for a run of `args` that ended with `code`. */
export function tallyOf(report: unknown, args: readonly string[], code: number): Tally {
  if (!isReport(report)) return { passed: 0, failed: 1 };
  const passed = report.numPassedTests;
  const asked = report.numTotalTests - (named(args) ? report.numPendingTests : 0);
  const failed = asked - passed;
  return { passed, failed: failed === 0 && code !== 0 ? 1 : failed };
}

/** Which files of a whole run are red, and what the others come to. A run that broke outside of any file has none. */
export function outcomeOf(report: unknown, args: readonly string[], code: number): Outcome {
  const tally = tallyOf(report, args, code);
  const files = isReport(report) ? (report.testResults ?? []) : [];
  const red = files.filter(({ status }) => status === 'failed');
  const passedThere = red
    .flatMap(({ assertionResults }) => assertionResults)
    .filter(({ status }) => status === 'passed').length;
  const failedThere = red.flatMap(({ assertionResults }) => assertionResults).length - passedThere;
  return {
    tally,
    red: red.map(({ name }) => name),
    rest: {
      passed: tally.passed - passedThere,
      failed: Math.max(0, tally.failed - failedThere),
    },
  };
}

/**
 * A test that was skipped did not pass, unless another name was asked for; a run that broke outside of any
 * test counts as one failure.
 */
export async function vitest(
  mode: string,
  args: readonly string[] = [],
  places: readonly Place[] = [],
): Promise<Outcome> {
  const report = join(root, '.cache', `${mode}-${process.pid}.json`);
  await mkdir(join(root, '.cache'), { recursive: true });
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await run('vitest', ['run', '--mode', mode, ...reporters, ...args], inLanes(places));
  const found: unknown = await readFile(report, 'utf8').then(JSON.parse, () => undefined);
  return outcomeOf(found, args, code);
}

export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (total, { passed, failed }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
    }),
    { passed: 0, failed: 0 },
  );
}

/** The last thing a script says. Nothing passed is no success either. */
export function conclude({ passed, failed }: Tally): never {
  console.log(`${passed} passed, ${failed} failed`);
  process.exit(failed === 0 && passed > 0 ? 0 : 1);
}
