import { expect, test } from 'vitest';

import { emergencyNumbers } from '#core/content/emergency-numbers.ts';
import { helpLines, type HelpLine } from '#core/content/help-lines.ts';
import { isOld, oldNumbers } from '#core/content/line-age.ts';

import { agedLines } from '../../../scripts/builds.ts';

const lines: readonly HelpLine[] = helpLines;

test.each([
  ['2027-11-22', false],
  ['2027-11-23', true],
  ['2026-11-22', false],
])('a number confirmed on 22 November 2026 is old on %s: %s', (today, old) => {
  expect(isOld({ verifiedOn: '2026-11-22' }, today)).toBe(old);
});

test('what nobody confirmed is not old but says why it is in doubt', () => {
  expect(isOld({ verifiedOn: null }, '2099-01-01')).toBe(false);
  for (const line of lines.filter((each) => each.verifiedOn === null))
    expect(line.note, line.id).toBeTruthy();
});

test('every line can be reached, and its id is its own', () => {
  for (const { id, call, text, url } of lines) expect(call ?? text ?? url, id).toBeTruthy();
  expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
});

test('numbers hold digits, spaces and dashes only, so that a tap can dial them', () => {
  const numbers = [
    ...lines.flatMap(({ call, text }) => [call ?? [], text?.to ?? []].flat()),
    ...Object.values(emergencyNumbers).map(({ call }) => call),
  ];
  for (const number of numbers) expect(number).toMatch(/^\d[\d -]*\d$/);
});

test('every region has a name the browser can say', () => {
  const names = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' });
  for (const region of [...lines.map((line) => line.region), ...Object.keys(emergencyNumbers)])
    expect(names.of(region), region).toBeTruthy();
});

test('wherever there is a line there is an emergency number, except anywhere', () => {
  const without = lines.map(({ region }) => region).filter((region) => !emergencyNumbers[region]);
  expect(without).toEqual(['001']);
});

test('pages open over https', () => {
  for (const { url } of lines) if (url) expect(new URL(url).protocol).toBe('https:');
});

test('what counts as confirmed was seen in two places, and everything says where it was seen', () => {
  for (const { id, verifiedOn, seenIn } of lines)
    expect(new Set(seenIn).size, id).toBeGreaterThanOrEqual(verifiedOn === null ? 1 : 2);
  for (const [region, { verifiedOn, seenIn }] of Object.entries(emergencyNumbers)) {
    expect(new Set(seenIn).size, region).toBeGreaterThanOrEqual(2);
    expect(verifiedOn, region).toMatch(/^\d{4}-\d{2}-\d{2}$/);
  }
});

test('a build says which numbers are due for a new look, and nothing while all are fresh', () => {
  const newest = [...lines, ...Object.values(emergencyNumbers)]
    .flatMap((each) => each.verifiedOn ?? [])
    .sort()
    .at(-1);
  expect(agedLines(newest ?? '')).toBe('');
  const later = '2099-01-01';
  for (const { id } of lines.filter(({ verifiedOn }) => verifiedOn !== null))
    expect(oldNumbers(later)).toContain(id);
  expect(agedLines(later)).toMatch(/help-lines\.ts\): us-988, .*, GB/);
});
