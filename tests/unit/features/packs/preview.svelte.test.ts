// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { expect, onTestFinished, test } from 'vitest';

import { packsIn } from '#core/content/packs.ts';
import { planIn } from '#core/content/plan.ts';
import { areas, type Area } from '#core/content/practice.ts';
import PackPreview from '#core/features/packs/PackPreview.svelte';

import type { TakenOf } from '#core/features/packs/standing.ts';

import { opened } from './opened.svelte.ts';

const say = { k: 'say', text: 'Look at one thing in the room.' };
const close = { k: 'say', text: 'Notice what you would like.' };
const pack = {
  ...{ format: 'comma-pack', version: 1, id: 'a-pack-of-mine', edition: 1 },
  ...{ name: 'Small things', by: 'Sam' },
  practices: [
    {
      ...{ id: 'a-room', kind: 'guided', title: 'A room', about: 'A minute of looking.' },
      ...{ area: 'body', minutes: 1, steps: [say] },
    },
    {
      ...{ id: 'a-wish', kind: 'guided', title: 'A wish', about: 'A minute of asking.' },
      ...{ area: 'intimacy', minutes: 1, steps: [close] },
    },
  ],
};

/** What stands in the preview, and what is taken when its button is pressed. */
async function preview(
  welcome: readonly Area[],
  given: object = pack,
  taken: Partial<TakenOf> = {},
): Promise<{ text: string; taken: string[]; target: HTMLElement }> {
  let chosen: string[] = [];
  const target = document.createElement('div');
  const shown = mount(PackPreview, {
    target,
    props: {
      checked: await opened(given),
      taken: { pack: null, practices: [], decks: [], lines: [], notes: [], people: [], ...taken },
      otherKey: false,
      welcome,
      words: packsIn(['en']).preview,
      names: {
        ...{ decks: {}, parts: planIn(['en']).parts },
        areas: { kindness: '', shame: '', intimacy: 'For adults', body: 'The body', work: '' },
      },
      takes: (minutes: number) => `${minutes} min.`,
      ontake: (ids: ReadonlySet<string>) => {
        chosen = [...ids];
      },
      onleave: () => undefined,
    },
  });
  onTestFinished(() => unmount(shown));
  flushSync();
  [...target.querySelectorAll('button')].find(({ innerText }) => /^Take /.test(innerText))?.click();
  return { text: target.textContent, taken: chosen, target };
}

test('what belongs to an area that is off is neither named nor taken, and that it is there is said in general', async () => {
  const { text, taken } = await preview(areas.filter((area) => area !== 'intimacy'));
  expect(text).toContain('Look at one thing in the room.');
  expect(text).toContain('One thing belongs to an area that is off here.');
  expect(text).not.toMatch(/wish|asking|would like|adults/);
  expect(taken).toEqual(['a-room']);
});

test('where the area is welcome every word of it is shown, and that it stays inside the app', async () => {
  const { text, taken } = await preview(areas);
  expect(text).toContain('Notice what you would like.');
  expect(text).toContain('Stays inside the app');
  expect(taken).toEqual(['a-room', 'a-wish']);
});

test('a deck is shown with its title, its subject and every line, and what its title was before', async () => {
  const deck = { id: 'deck-mum', title: 'A talk with Mum', area: 'body', level: 2 };
  const line = { id: 'one', deck: 'deck-mum', text: 'Tea first.' };
  const { text, target, taken } = await preview(
    areas,
    { ...pack, decks: [deck], lines: [line], practices: [] },
    {
      decks: [
        {
          ...{ id: 'deck-x', record: 'pack-deck:x', pack: 'x', by: 'Sam', item: 'deck-mum' },
          ...{
            place: 0,
            made: 'A talk with Dad',
            title: 'Dad',
            about: '',
            area: 'body',
            level: 2,
            gone: false,
          },
        },
      ],
    },
  );
  expect(text).toContain('1 deck and 1 line.');
  expect(target.querySelector('h3')?.textContent).toBe('A talk with Mum');
  expect(text).toMatch(/A deck\.\s+The body\.\s+Stays inside the app/);
  expect(target.querySelector('del')?.textContent).toContain('Dad');
  expect(target.querySelector('ins')?.textContent).toContain('Mum');
  expect(text).toContain('Tea first.');
  expect(taken).toEqual(['deck-mum', 'one']);
});

test('of a newer edition what came and went is marked in its place, for eyes and for ears, and what repeats an answer is a gap', async () => {
  const line = { id: 'one', deck: 'warmth', text: 'Rest is allowed today.' };
  const steps = [
    { k: 'write', id: 'word', ask: 'Which word?', most: 60 },
    { k: 'say', text: 'You wrote {word}.', without: 'A blank is fine.' },
  ];
  const [room] = pack.practices;
  const given = { ...pack, lines: [line], practices: [{ ...room, steps }] };
  const { target } = await preview(areas, given, {
    lines: [
      {
        ...{ id: 'line:x', pack: 'x', item: 'one', deck: 'warmth', gone: false },
        ...{ made: 'Rest is allowed now.', text: 'Rest is allowed now.' },
      },
    ],
  });
  const marks = (tag: string): string[] =>
    [...target.querySelectorAll(tag)].map(({ textContent }) => textContent.trim());
  expect(marks('del')).toEqual(['before:  now.']);
  expect(marks('ins')).toEqual(['new:  today.']);
  expect(target.textContent).toContain('You wrote ….');
  expect(target.textContent).not.toContain('{word}');
});
