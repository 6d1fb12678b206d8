import fc from 'fast-check';
import { expect, test } from 'vitest';

import { dayOf } from '#core/kernel/civil-time.ts';
import {
  editedEntryFields,
  newEntryFields,
  parseEntry,
  parseTags,
  wholeEntryFields,
  type Entry,
} from '#core/features/journal/entry.ts';

const berlin = 'Europe/Berlin';
const at = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;
const afternoon = at('2026-11-22T14:06:00+01:00');

const origin = { source: 'note', shell: 'pwa', created: afternoon } as const;
const stored = (fields: ReturnType<typeof newEntryFields>, text = ''): Entry =>
  parseEntry({ id: 'entry:1', fields, text });
const entry = (draft: Partial<Parameters<typeof newEntryFields>[0]> = {}): Entry =>
  stored(newEntryFields({ at: afternoon, zone: berlin, ...draft }, origin, 4));

test('an entry comes back as it was written', () => {
  const names = fc.uniqueArray(fc.string({ minLength: 1 }), { maxLength: 4 });
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 4e12 }),
      fc.constantFrom(berlin, 'Asia/Tokyo', 'UTC', 'America/St_Johns'),
      fc.string(),
      names,
      names,
      fc.option(fc.record({ id: fc.constant('reframe'), level: fc.integer({ min: 0, max: 2 }) }), {
        nil: undefined,
      }),
      (instant, zone, title, feelings, tags, practice) => {
        const draft = { at: instant, zone, title, feelings, tags, ...(practice && { practice }) };
        const fields = newEntryFields(draft, origin, 4);
        expect(stored(fields, ' said\n')).toEqual({
          id: 'entry:1',
          at: instant,
          zone,
          day: fields['day'],
          created: afternoon,
          title: title.trim(),
          text: 'said',
          feelings: feelings.toSorted(),
          tags: tags.toSorted(),
          source: 'note',
          shell: 'pwa',
          practice: practice?.id ?? '',
          level: practice?.level === 2 ? 2 : 1,
          opensAt: null,
        });
        expect(stored(wholeEntryFields(stored(fields)))).toEqual(stored(fields));
      },
    ),
  );
});

test('a zone that this browser does not know, and a day that is none, leave an entry with the day of its moment', () => {
  const fields = { at: afternoon, zone: 'Europe/Atlantis', day: '2026-13-40' };
  const { zone, day } = parseEntry({ id: 'e', fields, text: 'x' });
  expect([zone, day]).toEqual(['UTC', dayOf(afternoon, 'UTC')]);
});

test('a record of a later or broken version still opens as an entry', () => {
  expect(parseEntry({ id: 'e', fields: { source: 'letter', at: 'soon' }, text: 'x' })).toEqual({
    id: 'e',
    at: 0,
    zone: 'UTC',
    day: '1969-12-31',
    created: 0,
    title: '',
    text: 'x',
    feelings: [],
    tags: [],
    source: 'journal',
    shell: '',
    practice: '',
    level: 1,
    opensAt: null,
  });
});

test('an edit writes only the fields it changes', () => {
  const before = entry({ title: 'Tea', feelings: ['calm', 'sad'], tags: ['home'] });
  const draft = { at: before.at, zone: before.zone, title: 'Tea ', tags: ['home'] };
  expect(editedEntryFields(before, { ...draft, feelings: ['calm', 'tired'] }, 4)).toEqual({
    'feeling.sad': false,
    'feeling.tired': true,
  });
  expect(editedEntryFields(before, { ...draft, feelings: before.feelings }, 4)).toEqual({});
});

test('an entry is private by its practice or by the person, who may also take that back', () => {
  expect(entry().level).toBe(1);
  expect(entry({ isPrivate: true }).level).toBe(2);
  const tender = entry({ practice: { id: 'reframe', level: 2 }, isPrivate: false });
  expect(tender.level).toBe(2);
  const draft = { at: tender.at, zone: tender.zone };
  expect(editedEntryFields(tender, { ...draft, isPrivate: true }, 4)).toEqual({});
  expect(editedEntryFields(tender, { ...draft, isPrivate: false }, 4)).toEqual({ level: 1 });
  expect(editedEntryFields(entry(), { ...draft, isPrivate: true }, 4)).toEqual({ level: 2 });
});

test('a tag added here and another added there at the same time both stay', () => {
  const before = entry({ tags: ['home'] });
  const draft = { at: before.at, zone: before.zone };
  const both = {
    ...wholeEntryFields(before),
    ...editedEntryFields(before, { ...draft, tags: ['home', 'work'] }, 4),
    ...editedEntryFields(before, { ...draft, tags: ['garden'] }, 4),
  };
  expect(stored(both).tags).toEqual(['garden', 'work']);
});

test.each([
  ['02:30', '2026-11-21'],
  ['03:59', '2026-11-21'],
  ['04:00', '2026-11-22'],
  ['23:59', '2026-11-22'],
])('what is written at %s on the 22nd belongs to %s', (time, day) => {
  expect(entry({ at: at(`2026-11-22T${time}:00+01:00`) }).day).toBe(day);
});

test('an entry from another zone keeps its zone and the day it was there', () => {
  const tokyo = entry({ at: at('2026-11-23T06:30:00+09:00'), zone: 'Asia/Tokyo' });
  expect([tokyo.zone, tokyo.day]).toEqual(['Asia/Tokyo', '2026-11-23']);
  expect(entry({ at: tokyo.at, zone: berlin }).day).toBe('2026-11-22');
});

test('moving an entry in time moves its day with it', () => {
  const before = entry();
  const moved = { at: at('2026-11-20T09:00:00+01:00'), zone: berlin };
  expect(editedEntryFields(before, moved, 4)).toEqual({ ...moved, day: '2026-11-20' });
});

test('tags are the words typed, once each, without their signs', () => {
  expect(parseTags('#home, work  ##home #')).toEqual(['home', 'work']);
});
