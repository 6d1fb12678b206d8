/**
 * The picture of a plain entry's card, for a page whose code is still on its way: a card that the build rendered of
 * `cardModel`, by `EntryCard.svelte` itself, is given other words.
 */
import { isPrivate, type Entry } from '../features/journal/entry.ts';
import { entryName, shellLabel, wordsOf } from '../features/journal/when.ts';
import { notYet } from '../ui/not-yet.ts';

/** It has every part that a card may have. */
export const cardModel: Entry = {
  ...{ id: 'entry:model', at: 0, zone: 'UTC', day: '1970-01-01', created: 0 },
  ...{ title: 'Title', text: 'Words', feelings: ['calm'], tags: ['tag'] },
  ...{ source: 'journal', shell: 'extension', practice: '', level: 1, opensAt: null },
};

/** What is private or waits for its day has more to say than a picture can. */
export const isPlain = (entry: Entry): boolean => !isPrivate(entry) && entry.opensAt === null;

export interface CardPlace {
  readonly wordOf: (feeling: string) => string;
  /** Which shell this is; entries of another one say so. */
  readonly shell: string;
  readonly href: string;
}

export function cardPicture(model: Element, entry: Entry, place: CardPlace): Element {
  const card = model.cloneNode(true) as Element;
  const part = <Name extends keyof HTMLElementTagNameMap>(
    name: Name,
    stays: boolean,
  ): HTMLElementTagNameMap[Name] | null => {
    const found = card.querySelector(name);
    if (found && !stays) found.remove();
    return stays ? found : null;
  };
  const [name, from, words] = [
    entryName(entry),
    shellLabel(entry.shell, place.shell),
    wordsOf(entry),
  ];
  const way = part('a', true);
  if (way) {
    way.href = place.href;
    way.textContent = `${notYet}${name === '' ? '' : ` · ${name}`}`;
  }
  const origin = part('span', from !== '');
  if (origin) origin.textContent = from;
  const said = part('p', words !== '');
  if (said) said.textContent = words;
  said?.classList.toggle('quiet', entry.text === '');
  const list = part('ul', entry.feelings.length + entry.tags.length > 0);
  const repeat = (kind: string, each: readonly string[]): void => {
    const item = list?.querySelector(`.${kind}`);
    item?.replaceWith(
      ...each.map((text) => {
        const copy = item.cloneNode() as Element;
        copy.textContent = text;
        return copy;
      }),
    );
  };
  repeat('feeling', entry.feelings.map(place.wordOf));
  repeat(
    'tag',
    entry.tags.map((tag) => `#${tag}`),
  );
  return card;
}
