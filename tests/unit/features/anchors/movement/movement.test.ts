import { expect, test } from 'vitest';

import {
  likelyMovement,
  movedWhile,
  parseMovement,
  readMinutes,
  type Movement,
} from '#core/features/anchors/movement/movement.ts';
import {
  movementSettingsFields,
  parseMovementSettings,
} from '#core/features/anchors/movement/movement-settings.ts';

const when = { at: Date.UTC(2026, 10, 27, 12), zone: 'Europe/Berlin', day: '2026-11-27' };
const parse = (fields: object): Movement | null =>
  parseMovement({ id: 'movement:a', fields: { ...when, ...fields }, text: '' });

test('a kind alone is a movement; everything else may be left out', () => {
  expect(parse({ sort: 'dance' })).toEqual({
    ...{ id: 'movement:a', at: when.at, zone: when.zone, date: when.day },
    ...{ sort: 'dance', name: '', minutes: null, before: null, after: null, note: '' },
  });
});

test.each([
  [{ minutes: 0 }, { minutes: null }],
  [{ minutes: 1441 }, { minutes: null }],
  [{ minutes: 12.5 }, { minutes: null }],
  [{ minutes: 1 }, { minutes: 1 }],
  [
    { before: 11, after: -1 },
    { before: null, after: null },
  ],
  [
    { before: 0, after: 10 },
    { before: 0, after: 10 },
  ],
  [
    { note: 5, name: '  Row ' },
    { note: '', name: 'Row' },
  ],
  [{ sort: 'from a later version' }, { sort: 'other' }],
])('of %o only what can be is read', (fields, read) => {
  expect(parse(fields)).toMatchObject(read);
});

test('what is on no day is no movement', () => {
  expect(parse({ day: 'someday' })).toBeNull();
});

test.each([
  ['20', 20],
  ['1:20', 80],
  ['24:00', 1440],
  ['0', undefined],
  ['24:01', undefined],
  ['a while', undefined],
])('“%s” as a length is %s minutes', (typed, minutes) => {
  expect(readMinutes(typed)).toBe(minutes);
});

test('a while is told by its days, and by the minutes of what has any', () => {
  const some = [
    parse({ minutes: 20 }),
    parse({ minutes: null }),
    parse({ day: '2026-11-26', minutes: 65 }),
  ].filter((each) => each !== null);
  expect(movedWhile(some)).toEqual({ days: 2, minutes: 85, measured: 2, all: 3 });
  expect(movedWhile([])).toEqual({ days: 0, minutes: 0, measured: 0, all: 0 });
});

test('it stands on Today when asked for', () => {
  expect(parseMovementSettings({})).toEqual({ onToday: false });
  expect(parseMovementSettings(movementSettingsFields({ onToday: true }))).toEqual({
    onToday: true,
  });
});

test('one tap notes what was noted last, and a walk until there is anything', () => {
  const some = [
    parse({ sort: 'dance', at: when.at + 1 }),
    parse({ sort: 'yoga' }),
    parse({ sort: 'stretch', at: when.at - 1 }),
  ].filter((each) => each !== null);
  expect(likelyMovement(some)).toBe('dance');
  expect(likelyMovement([])).toBe('walk');
});
