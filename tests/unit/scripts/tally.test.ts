import { expect, test } from 'vitest';

import { tallyOf } from '../../../scripts/tally.ts';

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
