// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { expect, onTestFinished, test } from 'vitest';

import { packsIn } from '#core/content/packs.ts';
import { planIn } from '#core/content/plan.ts';
import { areas, type Area } from '#core/content/practice.ts';
import PackPreview from '#core/features/packs/PackPreview.svelte';

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
async function preview(welcome: readonly Area[]): Promise<{ text: string; taken: string[] }> {
  let taken: string[] = [];
  const target = document.createElement('div');
  const shown = mount(PackPreview, {
    target,
    props: {
      checked: await opened(pack),
      taken: { pack: null, practices: [], lines: [], notes: [], people: [] },
      otherKey: false,
      welcome,
      words: packsIn(['en']).preview,
      names: {
        ...{ decks: {}, parts: planIn(['en']).parts },
        areas: { kindness: '', shame: '', intimacy: 'For adults', body: 'The body', work: '' },
      },
      takes: (minutes: number) => `${minutes} min.`,
      ontake: (chosen: ReadonlySet<string>) => {
        taken = [...chosen];
      },
      onleave: () => undefined,
    },
  });
  onTestFinished(() => unmount(shown));
  flushSync();
  [...target.querySelectorAll('button')].find(({ innerText }) => /^Take /.test(innerText))?.click();
  return { text: target.textContent, taken };
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
