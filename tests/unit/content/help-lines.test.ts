import { expect, test } from 'vitest';

import { emergencyNumbers, helpLines, isOld, type HelpLine } from '#core/content/help-lines.ts';

const lines: readonly HelpLine[] = helpLines;

test('every number was confirmed within the last year: look them up again and date them anew', () => {
  const today = Temporal.Now.plainDateISO().toString();
  expect(lines.filter((line) => isOld(line, today)).map(({ id }) => id)).toEqual([]);
});

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
    ...Object.values(emergencyNumbers),
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
