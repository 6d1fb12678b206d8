// @vitest-environment happy-dom
/** Of two changes, one made right after the other, the second builds on the first: while that is not back from the vault, too. */
import { flushSync, mount, unmount } from 'svelte';
import { expect, onTestFinished, test } from 'vitest';

import type { Comma } from '#core/app/comma.svelte.ts';
import { contextOf } from '#core/app/context.ts';
import PromptsScreen from '#core/app/PromptsScreen.svelte';
import { RuleChanges } from '#core/app/rule-changes.ts';
import { englishLibrary } from '#core/content/en/library.ts';
import { parsePlan, type Plan } from '#core/features/help/plan.ts';
import { helpItems, PlanChanges } from '#core/features/help/plan.svelte.ts';
import { callSiteField, callSites, usualCallSites } from '#core/features/pauses/call-sites.ts';
import { PausesState } from '#core/features/pauses/pauses.svelte.ts';
import { defaultPrompt, mainPromptId } from '#core/features/pauses/prompt.ts';
import type { PauseRules } from '#core/features/pauses/rules.ts';
import { DecksState } from '#core/features/practices/decks.svelte.ts';
import { SitesState } from '#core/features/sites/sites.svelte.ts';
import type { Ports } from '#core/ports.ts';
import { systemRandom } from '#core/kernel/random.ts';
import { Ahead } from '#core/vault/ahead.svelte.ts';
import { SettingsState } from '#core/vault/settings.svelte.ts';

import { SlowQueries } from '../../support/slow-queries.ts';
import { testVault } from '../../support/vault.ts';

async function setup() {
  const vault = await testVault();
  const queries = new SlowQueries(vault);
  const ahead = new Ahead(queries);
  const ports = {
    languages: ['en'],
    random: systemRandom,
    clock: { wall: () => 0, mono: () => 0, zone: () => 'UTC' },
    tell: () => Promise.resolve(),
  } as unknown as Ports;
  const settings = new SettingsState(ahead);
  const pauses = new PausesState(queries, ahead, settings, ports);
  const comma = {
    ...{ vault, early: queries, ahead, ports, settings, pauses },
    kept: () => true,
  } as unknown as Comma;
  return { vault, queries, ahead, settings, pauses, comma, changes: new RuleChanges(comma) };
}

/** As a screen does. */
function look(at: () => unknown): void {
  onTestFinished(
    $effect.root(() => {
      $effect(() => {
        at();
      });
    }),
  );
  flushSync();
}

const soon = async (): Promise<void> => {
  await new Promise((resolve) => setTimeout(resolve, 20));
  flushSync();
};

async function openPrompts(of: string) {
  const world = await setup();
  const router = { route: { of }, go: () => undefined };
  const shown = mount(PromptsScreen, {
    target: document.body,
    context: contextOf(world.comma),
    props: { router } as never,
  });
  onTestFinished(() => unmount(shown));
  flushSync();
  return world;
}

function labelled(text: string): HTMLInputElement {
  const label = [...document.querySelectorAll('label')].find(
    ({ textContent }) => textContent.trim() === text,
  );
  const found = label && (document.getElementById(label.htmlFor) ?? label.querySelector('input'));
  if (!(found instanceof HTMLInputElement)) throw new Error(`Nothing is labelled ${text}`);
  return found;
}

function type(label: string, value: string): void {
  const field = labelled(label);
  field.value = value;
  field.dispatchEvent(new InputEvent('input', { bubbles: true }));
  flushSync();
}

test('the second of two times of a prompt leaves the first as it was typed, however late the screen hears', async () => {
  const { vault, queries } = await openPrompts(mainPromptId);
  queries.hold();
  labelled('Its own').click();
  flushSync();
  const monday = async (): Promise<unknown> =>
    (await vault.read('prompt:main'))?.fields['hours.mon'];
  await expect.poll(monday).toBe('09:00-17:30');
  await expect.poll(() => queries.held).toBeGreaterThan(0);
  type('Monday, from', '22:00');
  await expect.poll(monday).toBe('22:00-17:30');
  queries.letSome(queries.held - 1); // of the first change, when the second is already there
  await soon();
  type('Monday, until', '06:00');
  queries.let();
  await expect.poll(monday).toMatch(/-06:00$/);
  expect(await monday()).toBe('22:00-06:00');
  expect(labelled('Monday, from').value).toBe('22:00');
});

test('a prompt that is moved up twice stands two places higher', async () => {
  const { changes, queries, pauses } = await openPrompts('');
  for (const name of ['Second', 'Third']) await changes.add({ ...defaultPrompt, name });
  const names = (): string[] => pauses.rules.prompts.map(({ name }) => name);
  await expect.poll(names).toEqual(['', 'Second', 'Third']);
  queries.hold();
  const up = (): void => {
    flushSync();
    document.querySelector<HTMLElement>('[aria-label="Move Third up"]')?.click();
  };
  up();
  up();
  expect(names()).toEqual(['Third', '', 'Second']);
  queries.let();
  await soon();
  expect(names()).toEqual(['Third', '', 'Second']);
});

const parts: Record<
  string,
  [(rules: PauseRules) => PauseRules, (rules: PauseRules) => PauseRules]
> = {
  hours: [
    (rules) => ({ ...rules, hours: rules.hours.with(0, [{ from: 1320, until: 1050 }]) }),
    (rules) => ({
      ...rules,
      hours: rules.hours.with(0, [{ from: rules.hours[0]?.[0]?.from ?? 0, until: 360 }]),
    }),
  ],
  'what being away does': [
    (rules) => ({
      ...rules,
      policies: { ...rules.policies, locked: { ...rules.policies.locked, counts: 'freeze' } },
    }),
    (rules) => ({
      ...rules,
      policies: { ...rules.policies, locked: { ...rules.policies.locked, back: 'fresh' } },
    }),
  ],
  'days off': [
    (rules) => ({ ...rules, daysOff: [{ from: '2026-12-24', until: '2026-12-26' }] }),
    (rules) => ({
      ...rules,
      daysOff: [...rules.daysOff, { from: '2027-01-01', until: '2027-01-01' }],
    }),
  ],
  'the finer settings': [
    (rules) => ({ ...rules, snoozeMinutes: 7 }),
    (rules) => ({ ...rules, usualSleep: 1380 }),
  ],
};

test.each(Object.entries(parts))('%s: the second change keeps the first', async (_, [a, b]) => {
  const { changes, queries, pauses } = await setup();
  look(() => pauses.rules);
  await soon();
  queries.hold();
  const meant = b(a(pauses.rules));
  const first = changes.rules(a(pauses.rules));
  const second = changes.rules(b(pauses.rules));
  expect(pauses.rules).toEqual(meant);
  await Promise.all([first, second]);
  queries.let();
  await soon();
  expect(pauses.rules).toEqual(meant);
});

test('call sites that are taken from the list one after the other are all gone', async () => {
  const { queries, settings } = await setup();
  look(() => settings.fields);
  await soon();
  queries.hold();
  const [one = '', two = ''] = usualCallSites;
  await Promise.all([one, two].map((host) => settings.set(callSiteField(host, false))));
  expect(callSites(settings.fields)).toEqual(usualCallSites.slice(2));
  queries.let();
  await soon();
  expect(callSites(settings.fields)).toEqual(usualCallSites.slice(2));
});

test('a reason for a site stands as it is typed, letter by letter, and the whole of it is kept', async () => {
  const { vault, ahead, queries } = await setup();
  const sites = new SitesState(vault, ahead);
  const films = { host: 'films.example', port: '', name: 'films', reason: '', minutes: 5 };
  look(() => sites.list);
  await sites.add(films);
  await expect.poll(() => sites.list?.length).toBe(1);
  queries.hold();
  const [site] = sites.list ?? [];
  if (!site) throw new Error('It is not on the list.');
  const words = 'I want my evenings back';
  const writes = Array.from({ length: words.length }, (_, at) => {
    const reason = words.slice(0, at + 1);
    const written = sites.change(site, { reason });
    expect(sites.list).toMatchObject([{ reason }]);
    return written;
  });
  const removed = sites.remove(films);
  await Promise.all([...writes, removed]);
  queries.let();
  await expect.poll(() => sites.list).toEqual([]);
});

test('a line that is loved and then not is not loved', async () => {
  const { vault, ahead, queries } = await setup();
  const decks = new DecksState(vault, ahead, englishLibrary);
  const loved = (): boolean | undefined => decks.deck('worth')[0]?.favourite;
  look(loved);
  await soon();
  queries.hold();
  const press = (): Promise<unknown> => {
    const [line] = decks.deck('worth');
    return decks.change('worth', line?.id ?? '', { favourite: !line?.favourite });
  };
  const first = press();
  expect(loved()).toBe(true);
  const second = press();
  expect(loved()).toBe(false);
  await Promise.all([first, second]);
  queries.let();
  await soon();
  expect(loved()).toBe(false);
});

test('a plan: what is added, moved and answered at once builds on itself, and a typed name stays in its field', async () => {
  const { vault, ahead, queries } = await setup();
  const changes = new PlanChanges(vault, ahead, ({ ok }) => ok);
  const kept = helpItems(ahead);
  const plan = (): Plan => parsePlan(kept.current ?? []);
  look(plan);
  await expect.poll(() => kept.current).toEqual([]);
  queries.hold();
  await Promise.all(['ask', 'company', 'ask'].map(() => changes.addPerson(plan(), 'ask')));
  expect(new Set(plan().people.map(({ order }) => order)).size).toBe(3);

  const [, , third] = plan().people;
  if (!third) throw new Error('Nobody was added.');
  const up = (): Promise<boolean> => changes.move(plan().people, third.id, -1);
  await Promise.all([up(), up()]);
  const first = (): Plan['people'][number] | undefined => plan().people[0];
  expect(first()?.id).toBe(third.id);

  await Promise.all([
    changes.setStep(third.id, 'company', true),
    changes.setStep(third.id, 'ask', false),
  ]);
  expect(first()?.parts).toEqual(['company']);

  const editing = changes.editPerson(third);
  editing.edit({ name: 'Ines' });
  await editing.flush();
  expect(editing.value(first() ?? third, 'name')).toBe('Ines');
  queries.let();
  await soon();
  expect(first()).toMatchObject({ id: third.id, name: 'Ines', parts: ['company'] });
});
