// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { expect, test } from 'vitest';

import { cardModel, cardPicture } from '#core/app/card-picture.ts';
import { frameIn } from '#core/content/frame.ts';
import type { Entry } from '#core/features/journal/entry.ts';
import EntryCard from '#core/features/journal/EntryCard.svelte';

const wordOf = (id: string): string => `word of ${id}`;
const href = '#/entry/1';

/** The card that the app draws before a time may be written. */
async function drawn(entry: Entry): Promise<Element> {
  const target = document.createElement('div');
  const { closedEntry: closed, today } = frameIn(['en']);
  const props = { entry, wordOf, shell: 'pwa', href, now: 0, closed, letter: today.letter };
  const shown = mount(EntryCard, { target, props });
  flushSync();
  const card = target.querySelector('.entry')?.cloneNode(true) as Element;
  await unmount(shown);
  return card;
}

/** Without marks that nobody sees and the order of classes. */
function seen(card: Element): string {
  for (const each of [card, ...card.querySelectorAll('[class]')])
    each.className = [...each.classList].sort().join(' ');
  return card.outerHTML.replace(/<!--.*?-->|\s+(?=<|$)/g, '');
}

test.each<Partial<Entry>>([
  {},
  { title: '', source: 'note', shell: 'pwa' },
  { title: '', source: 'pause', feelings: [], tags: [] },
  { text: '', title: '' },
  { text: '', title: '', feelings: [], tags: [] },
  { text: '', feelings: [], tags: ['one', 'two'] },
  { feelings: ['calm', 'own <word>'], tags: [], text: 'a <b>line</b>\nand & another' },
  { feelings: [], tags: ['one'], shell: 'elsewhere' },
])('the picture of a card is the card that the app draws: %j', async (said) => {
  const entry = { ...cardModel, ...said };
  const picture = cardPicture(await drawn(cardModel), entry, { wordOf, shell: 'pwa', href });
  expect(seen(picture)).toBe(seen(await drawn(entry)));
});
