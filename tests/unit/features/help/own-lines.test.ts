import { expect, test } from 'vitest';

import type { HelpLine } from '#core/content/help-lines.ts';
import { asOurs, linesOf } from '#core/features/help/own-lines.ts';
import type { Json } from '#core/kernel/json.ts';

const ours: readonly HelpLine[] = [
  {
    ...{ id: 'us', region: 'US', name: 'Lifeline', kind: 'anything', call: '988' },
    ...{ text: { to: '88788', word: 'START' }, verifiedOn: '2026-11-22', seenIn: [] },
  },
];

const record = (id: string, fields: Readonly<Record<string, Json>>, alive = true) => ({
  ...{ id: `help:${id}`, fields: { part: 'line', ...fields }, text: '', alive },
});

test('an untouched line is as we know it', () => {
  expect(linesOf(ours, [])).toMatchObject([
    {
      ...{ id: 'us', name: 'Lifeline', call: '988', text: '88788', word: 'START', note: '' },
      ...{ verifiedOn: '2026-11-22', hidden: false, by: 'us' },
    },
  ]);
});

test('of a line that was changed nothing is confirmed, and the rest of it stays ours', () => {
  expect(linesOf(ours, [record('line.us', { call: '555', text: '' })])).toMatchObject([
    { name: 'Lifeline', call: '555', text: '', verifiedOn: null, by: 'changed' },
  ]);
});

test('hiding changes nothing else, and what was taken back or typed as it was is ours again', () => {
  const [hidden] = linesOf(ours, [record('line.us', { hidden: true })]);
  expect(hidden).toMatchObject({ hidden: true, by: 'us', verifiedOn: '2026-11-22' });
  for (const fields of [asOurs, { call: '988' }]) {
    const [line] = linesOf(ours, [record('line.us', fields)]);
    expect(line).toMatchObject({ call: '988', by: 'us', verifiedOn: '2026-11-22' });
  }
});

test('own lines come after ours; one that was removed, and what is no line, is not among them', () => {
  const lines = linesOf(ours, [
    record('b', { name: 'Night desk', call: '555 0100', hidden: true }),
    record('a', { name: 7 }),
    record('c', { name: 'Gone' }, false),
    record('d', { part: 'alone', name: 'tea' }),
    record('line.nowhere', { name: 'of a line that is no more' }),
  ]);
  expect(lines.map(({ id, name, by, hidden }) => [id, name, by, hidden])).toEqual([
    ['us', 'Lifeline', 'us', false],
    ['help:a', '', 'person', false],
    ['help:b', 'Night desk', 'person', false],
  ]);
});
