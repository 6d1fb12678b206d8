import { expect, test } from 'vitest';

import {
  emergencyNumber,
  regionOfZone,
  parseHelp,
  regionsOf,
  serialiseHelp,
  shownRegions,
  standingOf,
} from '#core/features/help/help.ts';
import type { ShownLine } from '#core/features/help/own-lines.ts';

const line = (id: string, region: string, verifiedOn: string | null = '2026-11-22'): ShownLine => ({
  ...{ id, region, name: id, kind: 'anything', call: '1', text: '', note: '', verifiedOn },
  ...{ hidden: false, by: 'us' },
});
const lines = [line('a', 'US'), line('b', 'FR'), line('c', 'US'), line('d', '001')];

test('regions stand in the order asked for, and anywhere comes last', () => {
  const shown = shownRegions(lines, ['FR', 'US']);
  expect(shown.map((group) => [group.region, group.lines.map(({ id }) => id)])).toEqual([
    ['FR', ['b']],
    ['US', ['a', 'c']],
    ['001', ['d']],
  ]);
});

test('a region alone still has what is reached from anywhere', () => {
  expect(shownRegions(lines, ['FR']).map(({ region }) => region)).toEqual(['FR', '001']);
});

test('anywhere is no region to choose: it is always there', () => {
  expect(regionsOf(lines)).toEqual(['US', 'FR']);
});

test.each([
  ['nothing stored', {}, { region: null, emergency: '' }],
  ['a choice', { 'help.region': 'FR' }, { region: 'FR', emergency: '' }],
  ['somewhere else', { 'help.region': '001' }, { region: '001', emergency: '' }],
  ['a region without a line', { 'help.region': 'AQ' }, { region: null, emergency: '' }],
  ['something odd', { 'help.region': 7, 'help.emergency': [] }, { region: null, emergency: '' }],
])('reads %s', (_, fields, choice) => {
  expect(parseHelp(fields, lines)).toEqual(choice);
});

test('a choice comes back as it was kept, and can be taken back', () => {
  const kept = { ...serialiseHelp({ region: 'US' }), ...serialiseHelp({ emergency: ' 110 ' }) };
  expect(parseHelp(kept, lines)).toEqual({ region: 'US', emergency: '110' });
  expect(parseHelp({ ...kept, ...serialiseHelp({ region: null }) }, lines)).toEqual({
    region: null,
    emergency: '110',
  });
});

test.each([
  [null, '', null],
  ['GB', '', '999'],
  ['GB', '112', '112'],
  [null, '110', '110'],
])(
  'in region %s, with %j written down, the emergency number is %s',
  (region, emergency, number) => {
    expect(emergencyNumber({ region, emergency })).toBe(number);
  },
);

test('a number is trusted for a year after it was checked', () => {
  expect(standingOf(line('a', 'US'), '2027-11-22')).toBe('checked');
  expect(standingOf(line('a', 'US'), '2027-11-23')).toBe('old');
  expect(standingOf(line('a', 'US', null), '2099-01-01')).toBe('unchecked');
});

test('what the person changed or added is not said to be checked', () => {
  for (const by of ['changed', 'person'] as const)
    expect(standingOf({ ...line('a', 'US'), by }, '2026-12-01')).toBe(by);
});

test('the own lines come first, and what is hidden or says nothing does not show', () => {
  const shown = shownRegions(
    [
      ...lines,
      { ...line('e', 'own'), by: 'person' },
      { ...line('f', 'own'), by: 'person', name: ' ', call: '' },
      { ...line('g', 'FR'), hidden: true },
    ],
    ['FR'],
  );
  expect(shown.map((group) => [group.region, group.lines.map(({ id }) => id)])).toEqual([
    ['own', ['e']],
    ['FR', ['b']],
    ['001', ['d']],
  ]);
});

test('somewhere else shows what is reached from anywhere, once', () => {
  expect(shownRegions(lines, ['001']).map(({ region }) => region)).toEqual(['001']);
});

test.each([
  ['Europe/Berlin', 'DE'],
  ['America/Santiago', null],
  ['Europe/Busingen', null],
  ['Etc/Unknown', null],
])('a clock of %s suggests %s', (zone, region) => {
  const zones: Readonly<Record<string, readonly string[]>> = {
    DE: ['Europe/Berlin', 'Europe/Busingen'],
    CH: ['Europe/Zurich', 'Europe/Busingen'],
  };
  expect(regionOfZone(zone, ['DE', 'CH', 'EU'], (each) => zones[each] ?? [])).toBe(region);
});
