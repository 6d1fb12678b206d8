// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';

import { frameIn } from '#core/content/frame.ts';
import { parseEntry } from '#core/features/journal/entry.ts';
import EntryCard from '#core/features/journal/EntryCard.svelte';
import { allowFormats } from '#core/ui/formats.svelte.ts';

allowFormats();
const onshow = vi.fn();
let shown: ReturnType<typeof mount> | undefined;
afterEach(async () => {
  if (shown) await unmount(shown);
  shown = undefined;
  onshow.mockClear();
});

function show(level: 1 | 2): HTMLElement {
  const said = { title: 'heron-title', 'feeling.heron-felt': true, 'tag.heron-tag': true };
  const entry = parseEntry({
    id: 'entry:1',
    fields: { at: 1_700_000_000_000, zone: 'UTC', source: 'practice', ...said, level },
    text: 'heron-words',
  });
  const props = {
    ...{ entry, wordOf: (id: string): string => id, shell: 'pwa', zone: 'UTC', locale: 'en' },
    ...{ href: '#/entry/1', closed: frameIn(['en']).closedEntry, onshow },
    ...{ now: 1_800_000_000_000, letter: frameIn(['en']).today.letter },
  };
  shown = mount(EntryCard, { target: document.body, props });
  flushSync();
  return document.body;
}

const herons = (page: HTMLElement): readonly string[] => page.innerHTML.match(/heron-\w+/g) ?? [];

test('a private entry shows when it was and none of its words, until one press, and hides them again', () => {
  const page = show(2);
  expect(herons(page)).toEqual([]);
  expect(page.textContent).toContain('Private');
  expect(page.querySelector('a')?.textContent).toMatch(/\d\d:\d\d/);
  page.querySelector('button')?.click();
  flushSync();
  const all = ['heron-title', 'heron-words', 'heron-felt', 'heron-tag'];
  expect(herons(page)).toEqual(all);
  expect(onshow).toHaveBeenCalledOnce();
  page.querySelector('button')?.click();
  flushSync();
  expect(herons(page)).toEqual([]);
});

test('any other entry shows its words at once', () => {
  const page = show(1);
  expect(herons(page)).toHaveLength(4);
  expect(page.querySelector('button')).toBeNull();
});
