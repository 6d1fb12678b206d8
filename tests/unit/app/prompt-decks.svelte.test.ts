// @vitest-environment happy-dom
/** What a prompt may draw its lines from, and what a pause then draws. */
import { flushSync, mount, unmount } from 'svelte';
import { expect, onTestFinished, test } from 'vitest';

import type { Comma } from '#core/app/comma.svelte.ts';
import { contextOf } from '#core/app/context.ts';
import { comingUp } from '#core/app/prompt-decks.ts';
import PromptScreen from '#core/app/PromptScreen.svelte';
import type { RuleChanges } from '#core/app/rule-changes.ts';
import { englishLibrary } from '#core/content/en/library.ts';
import { prompts } from '#core/content/en/prompts.ts';
import type { PackDeckId } from '#core/content/schema.ts';
import { defaultRules } from '#core/features/pauses/rules.ts';
import { defaultPrompt } from '#core/features/pauses/prompt.ts';
import { DecksState } from '#core/features/practices/decks.svelte.ts';
import { areaFields } from '#core/features/practices/welcome.ts';
import { PacksState } from '#core/features/packs/packs.svelte.ts';
import { readDecks } from '#core/features/packs/taken-decks.svelte.ts';
import type { Ports } from '#core/ports.ts';
import { Ahead } from '#core/vault/ahead.svelte.ts';
import { settingsId } from '#core/vault/settings-record.ts';
import { SettingsState } from '#core/vault/settings.svelte.ts';
import type { Vault } from '#core/vault/vault.ts';

import { testVault } from '../../support/vault.ts';
import { opened } from '../features/packs/opened.svelte.ts';
import { idsOf } from '../features/packs/samples.ts';

const pack = {
  ...{ format: 'comma-pack', version: 1, id: 'a-pack-of-mine', edition: 1 },
  ...{ name: 'Small things', by: 'Sam' },
  decks: [
    { id: 'deck-door', title: 'At the door', area: 'kindness' },
    { id: 'deck-desk', title: 'At the desk', area: 'work' },
    { id: 'deck-coat', title: 'An old coat', area: 'shame' },
  ],
  lines: [
    { id: 'tea', deck: 'deck-door', text: 'Tea first, then words.' },
    { id: 'chair', deck: 'deck-desk', text: 'The chair holds you.' },
    { id: 'sleeve', deck: 'deck-coat', text: 'The sleeves are long enough.' },
  ],
};

async function setupTaken() {
  let now = 1_000_000;
  const vault = await testVault(undefined, () => (now += 1000));
  const packs = new PacksState(vault);
  const checked = await opened(pack);
  await packs.take(checked, idsOf(checked));
  const decks = new DecksState(vault, new Ahead(vault), englishLibrary);
  const ids = new Map((await readDecks(vault)).map(({ item, id }) => [item, id]));
  const idOf = (item: string): PackDeckId => ids.get(item) ?? 'deck-';
  const drawn = async (...chosen: string[]): Promise<string | undefined> =>
    (await decks.draw(await comingUp(vault, chosen)))?.text;
  return { vault, packs, checked, decks, idOf, drawn };
}

const kind = englishLibrary.decks.worth.lines.map(({ text }) => text);

test('a pause draws from a deck that came in a pack, and from what the person wrote', async () => {
  const { decks, idOf, drawn } = await setupTaken();
  expect(await drawn(idOf('deck-door'))).toBe('Tea first, then words.');
  await decks.add('warmth', 'My coat stays on.');
  expect(await drawn('own')).toBe('My coat stays on.');
});

test('while nothing stands in what was chosen, a kind line comes, and with its pack the deck is back', async () => {
  const { packs, checked, idOf, drawn } = await setupTaken();
  const removed = await packs.remove(checked.name);
  expect(kind).toContain(await drawn(idOf('deck-door')));
  expect(kind).toContain(await drawn('own'));
  expect(kind).toContain(await drawn('of-a-later-comma'));
  const body = englishLibrary.decks.body.lines.map(({ text }) => text);
  for (let turn = 0; turn < 5; turn++)
    expect(body).toContain(await drawn(idOf('deck-door'), 'body'));
  if (removed.ok) await removed.value();
  expect(await drawn(idOf('deck-door'))).toBe('Tea first, then words.');
});

test('a line of the person’s own is drawn from the deck of a pack that is gone', async () => {
  const { packs, checked, decks, idOf, drawn } = await setupTaken();
  await decks.add(idOf('deck-door'), 'My coat stays on.');
  await packs.remove(checked.name);
  expect(await drawn(idOf('deck-door'))).toBe('My coat stays on.');
});

test('nothing private comes up by itself, nor what is of an area that is off', async () => {
  const { vault, decks, idOf, drawn } = await setupTaken();
  await decks.add(idOf('deck-coat'), 'It was cold then.', true);
  for (let turn = 0; turn < 5; turn++) expect(kind).toContain(await drawn(idOf('deck-coat')));
  // Even if the one who asks does not look at the deck.
  expect(kind).toContain((await decks.draw([idOf('deck-coat')]))?.text);
  expect(kind).toContain(await drawn('own'));
  expect(await drawn(idOf('deck-desk'))).toBe('The chair holds you.');
  await vault.write({ id: settingsId, kind: 'settings', fields: areaFields('work', false) });
  expect(kind).toContain(await drawn(idOf('deck-desk')));
});

test('a line that was drawn is loved where it stands, and a hidden one does not come', async () => {
  const { decks } = await setupTaken();
  await decks.add('warmth', 'My coat stays on.');
  const line = await decks.draw(['own']);
  expect(line?.deck).toBe('warmth');
  await decks.change('warmth', line?.id ?? '', { hidden: true });
  expect(kind).toContain((await decks.draw(['own']))?.text);
});

/** The page of one prompt. */
function open(vault: Vault, chosen: readonly string[]) {
  const written: (readonly string[])[] = [];
  const ahead = new Ahead(vault);
  const comma = {
    ...{ vault, early: vault, ahead },
    ports: { languages: ['en'], shell: 'pwa' } as unknown as Ports,
    settings: new SettingsState(ahead),
    pauses: { rules: defaultRules },
  } as unknown as Comma;
  const changes = {
    prompt: (_: unknown, after: typeof defaultPrompt) => {
      props.prompt = after;
      return Promise.resolve(written.push(after.decks) > 0);
    },
  } as unknown as RuleChanges;
  const props = $state({
    ...{ words: prompts, changes, onremove: () => undefined },
    prompt: { ...defaultPrompt, decks: chosen },
  });
  const shown = mount(PromptScreen, {
    target: document.body,
    context: contextOf(comma),
    props,
  });
  onTestFinished(() => unmount(shown));
  const chips = (): HTMLButtonElement[] => [
    ...document.querySelectorAll<HTMLButtonElement>('fieldset button[aria-pressed]'),
  ];
  const names = (): string[] => chips().map(({ textContent }) => textContent.trim());
  const press = (name: string): void => {
    chips()
      .find(({ textContent }) => textContent.trim() === name)
      ?.click();
    flushSync();
  };
  return { written, names, press };
}

test('on its page a prompt is given a deck of a pack or one’s own lines, and no private deck', async () => {
  const { vault, decks, idOf } = await setupTaken();
  const { written, names, press } = open(vault, ['body']);
  await expect.poll(names).toContain('At the door');
  expect(names()).not.toContain('Lines of your own');
  expect(names()).not.toContain('An old coat');
  expect(document.body.textContent).toContain('A private deck comes up only where you open it.');
  press('At the door');
  expect(written.at(-1)).toEqual(['body', idOf('deck-door')]);
  await decks.add('warmth', 'My coat stays on.');
  await expect.poll(names).toContain('Lines of your own');
  press('Lines of your own');
  expect(written.at(-1)).toEqual(['body', idOf('deck-door'), 'own']);
});

test('a chosen deck whose pack is gone is said so, and can be taken back', async () => {
  const { vault, packs, checked, idOf } = await setupTaken();
  await packs.remove(checked.name);
  const { written, names, press } = open(vault, [idOf('deck-door')]);
  await expect.poll(names).toContain(prompts.decks.gone);
  expect(names()).not.toContain('At the door');
  press(prompts.decks.gone);
  expect(written.at(-1)).toEqual([]);
  await expect.poll(names).not.toContain(prompts.decks.gone);
});
