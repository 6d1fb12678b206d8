import { expect, test } from 'vitest';

import { outcomeOf, tallyOf } from '../../../scripts/tally.ts';

const report = { numPassedTests: 3, numPendingTests: 2, numTotalTests: 5 };

test('a skipped test counts as failed in a whole run', () => {
  expect(tallyOf(report, ['tests/browser'], 0)).toEqual({ passed: 3, failed: 2 });
});

test.each([['-t', 'a pause'], ['-t=a pause'], ['--testNamePattern=a pause']])(
  'tests of another name than the one asked for do not count: %s',
  (...args) => {
    expect(tallyOf(report, args, 0)).toEqual({ passed: 3, failed: 0 });
  },
);

test('a named test that failed counts', () => {
  expect(tallyOf({ ...report, numTotalTests: 6 }, ['-t', 'a pause'], 1)).toEqual({
    passed: 3,
    failed: 1,
  });
});

test('a run that broke outside of its tests, or left no report, is a failure', () => {
  expect(tallyOf({ ...report, numTotalTests: 3, numPendingTests: 0 }, [], 1).failed).toBe(1);
  expect(tallyOf(undefined, [], 0)).toEqual({ passed: 0, failed: 1 });
});

test('a file in which anything did not pass is red, and the rest is counted without it', () => {
  const results = (...statuses: string[]): { status: string }[] =>
    statuses.map((status) => ({ status }));
  const files = [
    { name: 'green', status: 'passed', assertionResults: results('passed', 'passed') },
    { name: 'red', status: 'failed', assertionResults: results('passed', 'failed') },
    { name: 'never begun', status: 'failed', assertionResults: results('skipped') },
  ];
  const run = { numPassedTests: 3, numPendingTests: 1, numTotalTests: 5, testResults: files };
  expect(outcomeOf(run, [], 1)).toEqual({
    tally: { passed: 3, failed: 2 },
    red: ['red', 'never begun'],
    rest: { passed: 2, failed: 0 },
  });
});

test('a test that was skipped in a green file, or a file that could not be read, stays a failure', () => {
  const skipped = { name: 'green', status: 'passed', assertionResults: [{ status: 'skipped' }] };
  const unread = { name: 'unread', status: 'failed', assertionResults: [] };
  const run = { numPassedTests: 0, numPendingTests: 1, numTotalTests: 1 };
  expect(outcomeOf({ ...run, testResults: [skipped] }, [], 0).rest.failed).toBe(1);
  const none = { numPassedTests: 0, numPendingTests: 0, numTotalTests: 0 };
  expect(outcomeOf({ ...none, testResults: [unread] }, [], 1).rest.failed).toBe(1);
});
