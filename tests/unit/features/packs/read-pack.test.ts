import { expect, test } from 'vitest';

import { packLimits } from '#core/features/packs/schema-parts.ts';
import { practiceOf } from '#core/features/packs/pack-practice.ts';
import { readPack } from '#core/features/packs/read-pack.ts';
import { utf8 } from '#core/kernel/bytes.ts';

import { known } from './known.ts';
import { samples } from './samples.ts';

const read = (pack: unknown) => readPack(utf8(JSON.stringify(pack)), known);
const refusalOf = (pack: unknown) => {
  const result = read(pack);
  return result.ok ? null : { why: result.error.why, at: result.error.at.join('.') };
};

const say = { k: 'say', text: 'Here you are.' };
const practice = {
  id: 'a-walk',
  kind: 'guided',
  title: 'A walk',
  about: 'A few steps outside.',
  area: 'body',
  minutes: 2,
  steps: [say] as unknown[],
};
const pack = {
  format: 'comma-pack',
  version: 1,
  id: 'a-pack-of-mine',
  edition: 1,
  name: 'Small things',
  by: 'Sam',
  practices: [practice],
};
const withPractice = (change: object): object => ({
  ...pack,
  practices: [{ ...practice, ...change }],
});
const withStep = (...steps: unknown[]): object => withPractice({ steps });
const withText = (text: string): object => withStep(say, { k: 'say', text });

test.each(Object.entries(samples))(
  'the sample %s is a pack, and nothing of it is left out',
  (_, sample) => {
    expect(read(sample)).toMatchObject({
      ok: true,
      value: { leftOut: 0, sameName: [], numbers: false },
    });
  },
);

test('a practice without a shortest version has all of its steps in it', () => {
  const result = read(withStep(say, say));
  expect(
    result.ok && result.value.pack.practices?.map((each) => practiceOf(each).shortest),
  ).toEqual([[0, 1]]);
});

test.each([
  ['big', '', utf8(' '.repeat(packLimits.bytes + 1))],
  ['notText', '', new Uint8Array([0xff, 0xfe, 0x00])],
  ['notJson', '', utf8('{"format":')],
  ['notJson', '', utf8('')],
  ['deep', '', utf8('['.repeat(100_000))],
  ['notPack', '', utf8('{}')],
  ['notPack', '', utf8('null')],
  ['notPack', '', utf8('[]')],
  ['newer', '', utf8('{"format":"comma-pack","version":2,"steps":"of tomorrow"}')],
  ['number', 'edition', utf8('{"format":"comma-pack","version":1,"edition":1e999}')],
] as const)('a file is refused for: %s %s', (why, at, file) => {
  const result = readPack(file, known);
  expect(result.ok || [result.error.why, result.error.at.join('.')]).toEqual([why, at]);
});

test('brackets inside of words are no depth', () => {
  expect(read(withText('[[[[[[[[[[[[[[ “{” {{ \\" [[[['))).not.toMatchObject({
    error: { why: 'deep' },
  });
});

test.each<[string, string, object]>([
  ['missing', 'name', { ...pack, name: undefined }],
  ['missing', 'practices.0.minutes', withPractice({ minutes: undefined })],
  ['unknownStep', 'practices.0.steps.1.k', withStep(say, { k: 'video', url: 'x' })],
  ['unknownStep', 'practices.0.steps.0.k', withStep({ k: '__proto__' })],
  ['otherKind', 'practices.0.steps.0', withStep('say something')],
  ['long', 'practices.0.title', withPractice({ title: 'A walk '.repeat(7).trim() })],
  ['long', 'practices', { ...pack, practices: Array.from({ length: 101 }, () => practice) }],
  ['empty', 'practices.0.steps', withStep()],
  ['outside', 'practices.0.minutes', withPractice({ minutes: 1_000_000 })],
  [
    'outside',
    'practices.0.steps.0.breaths',
    withStep({ k: 'breath', pattern: 'box', breaths: 1e15 }),
  ],
  ['spelling', 'practices.0.id', withPractice({ id: '../today' })],
  ['spelling', 'practices.0.steps.0.id', withStep({ k: 'body', id: 'constructor', ask: 'Where?' })],
  ['notOne', 'practices.0.area', withPractice({ area: 'politics' })],
  ['notOne', 'practices.0.level', withPractice({ level: 0 })],
  ['otherKind', 'by', { ...pack, by: ['Sam'] }],
  ['nothing', '', { ...pack, practices: [] }],
  ['sameId', 'practices.1.id', { ...pack, practices: [practice, practice] }],
  ['next', 'practices.0.next', withPractice({ next: ['a-run'] })],
  ['next', 'practices.0.next', withPractice({ next: ['a-walk'] })],
  ['card', 'practices.0.steps.0', withStep({ k: 'card', of: 'reframe' })],
  ['deckLine', 'lines.0', { ...pack, lines: [{ id: 'q', deck: 'questions', text: 'I ask.' }] }],
  ['area', 'lines.0', { ...pack, lines: [{ id: 'q', deck: 'worth', text: 'Sex is fine.' }] }],
  ['area', 'practices.0.steps.1.text', withText('Think of your libido.')],
  ['area', 'practices.0.steps.1.text', withText('Think of ｓｅｘ.')],
  ['area', 'plan.0', { ...pack, plan: [{ id: 'q', part: 'alone', text: 'Sexual things.' }] }],
  ['notOne', 'plan.0.part', { ...pack, plan: [{ id: 'q', part: 'people', text: 'Sam.' }] }],
  ['notOne', 'people.0.part', { ...pack, people: [{ id: 'q', part: 'alone', name: 'Sam' }] }],
  [
    'link',
    'people.0.name',
    { ...pack, people: [{ id: 'q', part: 'ask', name: 'www.sam.example' }] },
  ],
  [
    'helpName',
    'people.0.name',
    { ...pack, people: [{ id: 'q', part: 'ask', name: 'Samaritans' }] },
  ],
  ['area', 'people.0', { ...pack, people: [{ id: 'q', part: 'ask', name: 'Sam', text: 'Sex.' }] }],
  ['tells', 'practices.0', withPractice({ area: 'shame', title: 'My shame' })],
  ['mixed', 'by', { ...pack, by: 'Cоmmа' }],
  ['commaName', 'by', { ...pack, by: 'сомма' }],
  // Lisu, bold of mathematics, small capitals, an "rn" for an "m".
  ['commaName', 'by', { ...pack, by: 'ꓚꓳꓟꓟꓮ' }],
  ['commaName', 'by', { ...pack, by: '𝗖𝗼𝗺𝗺ɑ' }],
  ['commaName', 'by', { ...pack, by: 'ᴄommᴀ' }],
  ['commaName', 'by', { ...pack, by: 'Cornrna App' }],
  ['helpName', 'name', { ...pack, name: 'The SarnarItans' }],
  ['helpName', 'practices.0.title', withPractice({ title: 'LifeIine' })],
  ['commaName', 'by', { ...pack, by: 'The Comma team' }],
  ['tells', 'name', { ...pack, name: 'Sex and you' }],
  ['tells', 'about', { ...pack, about: 'For more arousal.' }],
  ['tells', 'name', { ...withPractice({ level: 2 }), name: 'For therapy' }],
  ['helpName', 'name', { ...pack, name: 'The Samaritans' }],
  ['helpName', 'practices.0.title', withPractice({ title: 'lifeline' })],
  ['beforeAfter', 'practices.0', withStep({ k: 'body', id: 'before', ask: 'Where?' })],
  ['unanswered', 'practices.0.steps.0', withStep({ k: 'say', text: '{seen}', without: 'No.' })],
])('a pack is refused for: %s at %s', (why, at, changed) => {
  expect(refusalOf(changed)).toEqual({ why, at });
});

test.each([
  ['control', 'one\u0000two'],
  ['control', 'one\ntwo'],
  ['control', 'safe \u202Eelif.exe'],
  ['invisible', 'wo\u200Brd'],
  ['invisible', 'wo\u200Drd'],
  ['invisible', '\uFEFFword'],
  ['invisible', 'tag \u{E0041}'],
  ['piled', `e${'\u0301'.repeat(12)}`],
  ['mixed', 'pаypal'],
  ['mixed', 'ꓚalm'],
  ['mixed', 'ᏀᎪme'],
  ['mixed', 'cаfé'],
  ['markup', '<img src=x onerror=alert(1)>'],
  ['markup', '＜script＞'],
  ['markup', 'you &amp; me'],
  ['markup', '[here](there)'],
  ['link', 'https://example.org'],
  ['link', 'go to www.example'],
  ['link', 'example.com has it'],
  ['link', 'javascript:alert(1)'],
  ['link', 'write to me@example.org'],
  ['blank', ' word'],
  ['blank', '\u00A0'],
])('a text is refused as %s: %j', (why, text) => {
  expect(refusalOf(withText(text))).toEqual({ why, at: 'practices.0.steps.1.text' });
});

test.each([
  'Breathe 4-6, e.g. twice. And again…',
  'Два вдоха, и всё.',
  '静かに息をする。',
  'Tシャツを着る。',
  'שתי נשימות',
  'می‌خواهم آرام باشم',
  'A heart 👩‍❤️‍👩 is fine, and so is a < b.',
  'Straight "quotes" & an exclamation mark!',
  'naïve café, Zürich, Việt Nam',
])('words of any language are fit to be read: %s', (text) => {
  expect(refusalOf(withText(text))).toBeNull();
});

test('of a person in a pack no way to reach them is read: a number that one tap calls is the person’s own', () => {
  const people = [{ id: 'q', part: 'ask', name: 'Sam', reach: '+49 30 123456', message: 'Hi' }];
  const read = readPack(utf8(JSON.stringify({ ...pack, people })), known);
  expect(read).toMatchObject({ ok: true, value: { leftOut: 2 } });
  expect(read.ok && read.value.pack.people).toEqual([{ id: 'q', part: 'ask', name: 'Sam' }]);
});

test('every text with an id of the author’s choosing is looked at, whatever the id', () => {
  for (const id of ['k', 'id', 'of', 'is', 'next', 'signature'])
    expect(
      refusalOf(
        withStep({ k: 'pick', id: 'a', ask: 'A?', options: { [id]: 'http://x' }, most: 1 }),
      ),
    ).toMatchObject({ why: 'link' });
});

test('a pack cannot lower what is private: shame, intimacy and what two people write are level 2, all else 1', () => {
  const levelOf = (change: object): number | undefined => {
    const result = read(withPractice(change));
    return result.ok
      ? result.value.pack.practices?.map((each) => practiceOf(each).level)[0]
      : undefined;
  };
  expect(levelOf({})).toBe(1);
  expect(levelOf({ level: 2 })).toBe(2);
  expect(levelOf({ area: 'shame', level: 1 })).toBe(2);
  expect(levelOf({ area: 'intimacy', level: 1 })).toBe(2);
  const turn = { k: 'turn', who: 'A', sec: 60, text: 'Speak.' };
  expect(levelOf({ kind: 'together', steps: [turn] })).toBe(1);
  const write = { k: 'write', id: 'a', ask: 'What?', most: 100 };
  expect(levelOf({ kind: 'together', steps: [turn, write] })).toBe(2);
});

test('intimacy is not led to from elsewhere', () => {
  const close = { ...practice, id: 'close', title: 'Close', area: 'intimacy' };
  expect(refusalOf({ ...pack, practices: [{ ...practice, next: ['close'] }, close] })).toEqual({
    why: 'next',
    at: 'practices.0.next',
  });
});

test('what no Comma knows is left out, and told', () => {
  const text = JSON.stringify({
    ...pack,
    colour: 'red',
    practices: [{ ...practice, steps: [{ ...say, html: '<b>' }] }],
  });
  const odd = text.replace('"format"', '"__proto__":{"by":"Mallory"},"constructor":{},"format"');
  const result = readPack(utf8(odd), known);
  expect(result).toMatchObject({ ok: true, value: { leftOut: 5, pack: { by: 'Sam' } } });
  expect(JSON.stringify(result.ok && result.value.pack)).not.toMatch(/html|colour|Mallory/);
  expect(({} as Record<string, unknown>)['by']).toBeUndefined();
});

test('what is called like one of Comma’s own, and what speaks of telephone numbers, is pointed at', () => {
  expect(read(withPractice({ title: 'A Truer Line.' }))).toMatchObject({
    ok: true,
    value: { sameName: ['a-walk'], numbers: false },
  });
  for (const text of [
    'Call 988 if you need to.',
    'Ring +44 20 7946 0018.',
    'The Samaritans listen.',
  ])
    expect(read(withText(text)), text).toMatchObject({ ok: true, value: { numbers: true } });
});
