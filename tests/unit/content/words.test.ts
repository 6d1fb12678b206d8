import { expect, test } from 'vitest';

import { devicesIn } from '#core/content/devices.ts';
import { frameIn } from '#core/content/frame.ts';
import { helpIn } from '#core/content/help.ts';
import { contentFor } from '#core/content/index.ts';
import { journalIn } from '#core/content/journal.ts';
import { keysIn } from '#core/content/keys.ts';
import { lettersIn } from '#core/content/letters.ts';
import { libraryFor } from '#core/content/library.ts';
import { meetingIn } from '#core/content/meeting.ts';
import { menuIn } from '#core/content/menu.ts';
import { pairingIn } from '#core/content/pairing.ts';
import { pausingIn } from '#core/content/pausing.ts';
import { playingIn } from '#core/content/playing.ts';
import { practiseIn } from '#core/content/practise.ts';
import { quietIn } from '#core/content/quiet.ts';
import { settingsIn } from '#core/content/settings.ts';
import { sitesIn } from '#core/content/sites.ts';
import { storageIn } from '#core/content/storage.ts';

import { gradeOf } from './reading-level.ts';

const screens = [
  devicesIn,
  frameIn,
  helpIn,
  journalIn,
  keysIn,
  lettersIn,
  menuIn,
  meetingIn,
  quietIn,
  pairingIn,
  pausingIn,
  playingIn,
  practiseIn,
  settingsIn,
  sitesIn,
  storageIn,
];
const frame = frameIn(['en']);
const journal = journalIn(['en']);
const { closedRows } = storageIn(['en']);
const { reminders } = settingsIn(['en']);
const { grounding } = libraryFor(['en']);

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  if (typeof value === 'object' && value !== null) return Object.values(value).flatMap(textsIn);
  return [];
}

const sentences = [
  ...textsIn(contentFor(['en']).words),
  ...screens.flatMap((wordsIn) => textsIn(wordsIn(['en']))),
  ...textsIn(grounding.map(({ text, instead }) => [text, instead])),
]
  // Buttons are too short to have a grade.
  .filter((text) => text.split(' ').length >= 5);

test.each(sentences)('reads at grade 8 or below: %s', (text) => {
  expect(gradeOf(text)).toBeLessThanOrEqual(8);
});

test('rows that did not open are counted as people count', () => {
  expect(closedRows(1)).toBe('One entry did not open. It is kept just as it is.');
  expect(closedRows(12)).toMatch(/^12 entries did not open\./);
});

test('every part of the day has a greeting and several lines that take turns below it', () => {
  for (const { hello, below } of Object.values(frame.greetings)) {
    expect(hello).toMatch(/\.$/);
    expect(new Set(below).size).toBeGreaterThanOrEqual(3);
  }
});

test('empty places say what they are for in one sentence', () => {
  for (const text of [frame.today.nothing, journal.empty, journal.emptyDay])
    expect(text).toMatch(/^[^.!?]+\.$/);
});

test('what reminders can do is one sentence on each platform, or two short ones', () => {
  for (const text of Object.values(reminders)) {
    expect(text.match(/[.!?](?:\s|$)/g)?.length).toBeLessThanOrEqual(2);
    expect(text.length).toBeLessThanOrEqual(110);
  }
});
