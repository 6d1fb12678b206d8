// @vitest-environment node
/** Comma's voice as a test: no word that grades, blames or commands, and nothing personal on a lock screen. */
import { globSync, readFileSync } from 'node:fs';

import { expect, test } from 'vitest';

import { contentFor } from '#core/content/index.ts';
import { libraryFor } from '#core/content/library.ts';

import { neverSaid, personalWords, textsOfComponent, textsOfModule } from './copy.ts';

const read = (path: string): string => readFileSync(path, 'utf8');
const modules = globSync('{src/{content,features,app},extension,pwa}/**/*.ts', {
  exclude: ['**/build/**', '**/*.d.ts'],
});
const components = globSync('{src,extension,pwa}/**/*.svelte');
const pages = globSync('{extension,pwa}/**/*.html', { exclude: ['**/node_modules/**'] });

test.each(modules)('%s says nothing harsh', (path) => {
  expect(textsOfModule(read(path)).filter((text) => neverSaid(text).length > 0)).toEqual([]);
});

test.each([...components, ...pages])('%s says nothing harsh', (path) => {
  expect(textsOfComponent(read(path)).filter((text) => neverSaid(text).length > 0)).toEqual([]);
});

test('there is something to read', () => {
  expect(modules.length).toBeGreaterThan(10);
  expect(components.length).toBeGreaterThan(0);
  const worth = libraryFor(['en']).decks.worth.lines.map(({ text }) => text);
  expect(textsOfModule(read('src/content/en/decks/worth.ts'))).toEqual(
    expect.arrayContaining(worth),
  );
});

test('a notification says nothing personal', () => {
  const { title, body } = contentFor(['en']).words.notification;
  expect([title, body]).toEqual(['Comma', 'A comma, if you like.']);
  expect(personalWords(`${title} ${body}`)).toEqual([]);
});

test.each([
  ['You feel sad today', ['you', 'feel', 'sad']],
  ['Your journal is waiting', ['your', 'journal']],
  ['A pause, if you like', []],
])('personal words in %s', (text, words) => {
  expect(personalWords(text)).toEqual(words);
});

test.each([
  ['text', '<p>Your streak is 3</p>'],
  ['a spoken attribute', '<button type="button" aria-label="You missed one"></button>'],
  ['an expression in markup', "<p>{late ? 'failed' : ''}</p>"],
  ['a template in markup', '<p>{`${count} bad days`}</p>'],
  ['a property of a component', '<Field hint="You must write" />'],
  ['prose in a script', '<script lang="ts">const line = \'You should rest\';</script>'],
  ['words made in a function', '<script>const say = (n) => `${n} are broken`;</script>'],
  ['a block', '{#if late}<p>Lazy</p>{:else}<p>Good</p>{/if}'],
])('a harsh word is found in %s', (_, source) => {
  expect(textsOfComponent(source).flatMap(neverSaid)).toHaveLength(1);
});

test.each([
  ['a class', '<p class="broken must">Fine</p>'],
  ['a comparison', "{#if state === 'failed'}<p>Fine</p>{/if}"],
  ['a state of the code', "<script lang=\"ts\">let state: 'failed' | 'idle' = 'failed';</script>"],
  ['an import', "<script>import { must } from './should must.ts';</script>"],
  ['an error for developers', "<script>throw new Error('a vault must be open');</script>"],
  ['a longer word', '<p>Mustard, failsafe, brokerage, shoulders</p>'],
  ['a comment', '<!-- this must stay --><p>Fine</p>'],
])('%s is not what a person reads', (_, source) => {
  expect(textsOfComponent(source).flatMap(neverSaid)).toEqual([]);
});
