import { expect, test } from 'vitest';

import { phoneIn } from '#core/content/phone.ts';

import { phoneChecksOf, type PhoneFound } from '../../../pwa/phone-checks.ts';

const words = phoneIn(['en']);
const well: PhoneFound = {
  installed: true,
  mustInstall: false,
  subscribed: 'yes',
  on: true,
  trouble: null,
  lastWake: 1,
  nextWake: 2,
};
const linesOf = (found: Partial<PhoneFound>): [string, boolean, string][] =>
  phoneChecksOf(words, { ...well, ...found }, (at) => `clock ${at}`).map(({ id, fine, said }) => [
    id,
    fine,
    said,
  ]);
const doubtful = (found: Partial<PhoneFound>): string[] =>
  linesOf(found).flatMap(([, fine, said]) => (fine ? [] : said));

test('where all is well every line is fine, with the last push and the next one', () => {
  expect(doubtful({})).toEqual([]);
  expect(linesOf({}).map(([, , said]) => said)).toEqual([
    words.checks.installed.yes,
    words.checks.subscribed.yes,
    'It arrived at clock 1.',
    'Planned for clock 2, up to four minutes later.',
  ]);
});

test('each thing that keeps a push away is said with what to do about it', () => {
  expect(doubtful({ installed: false, mustInstall: true, on: false, subscribed: 'none' })).toEqual([
    words.trouble.install,
    words.checks.subscribed.off,
  ]);
  expect(doubtful({ subscribed: 'none' })).toEqual([words.checks.subscribed.gone]);
  expect(doubtful({ subscribed: 'absent', on: false })).toEqual([words.trouble.absent]);
  expect(doubtful({ trouble: 'relay' })).toEqual([words.trouble.relay]);
  expect(doubtful({ trouble: 'denied', subscribed: 'none' })).toEqual([words.trouble.denied]);
  expect(doubtful({ lastWake: null })).toEqual([words.checks.last.never]);
});

test('a tab is fine where the browser wakes it, and with prompts off no push is spoken of', () => {
  expect(doubtful({ installed: false })).toEqual([]);
  expect(linesOf({ on: false }).map(([id]) => id)).toEqual(['installed', 'subscribed']);
  expect(linesOf({ nextWake: null }).at(-1)?.[2]).toBe(words.checks.next.none);
});
