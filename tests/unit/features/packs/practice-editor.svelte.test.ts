// @vitest-environment happy-dom
/** What somebody writes about a practice beyond its words: what waits for a pick, what has sides, what is shortest. */
import fc from 'fast-check';
import { flushSync, mount, unmount } from 'svelte';
import { expect, onTestFinished, test } from 'vitest';

import { packWriting } from '#core/content/en/pack-writing.ts';
import { practise } from '#core/content/en/practise.ts';
import type { Step } from '#core/content/practice-steps.ts';
import { areas } from '#core/content/practice.ts';
import { emptyDraft, emptyPractice, fileOf, moved } from '#core/features/packs/draft.ts';
import { shortestMoved, shortestWithout } from '#core/features/packs/draft-parts.ts';
import type { PackPractice } from '#core/features/packs/pack-schema.ts';
import PracticeEditor from '#core/features/packs/PracticeEditor.svelte';

import { check } from './opened.svelte.ts';

const pick: Step = {
  ...{ k: 'pick', id: 'here', ask: 'What is here?', most: 1 },
  options: { tense: 'tense', numb: 'numb' },
};
const say: Step = { k: 'say', text: 'Let the shoulders drop.' };
const breath: Step = { k: 'breath', pattern: '4-6', breaths: 6 };
const sort: Step = {
  ...{ k: 'sort', id: 'limits', ask: 'Small things.', own: 0 },
  into: { yes: 'yes', no: 'no' },
  items: { hug: 'a hug', tea: 'tea' },
};

/** The editor as a person has it in front of them. */
function setup(steps: readonly Step[], fields: Partial<PackPractice> = {}) {
  let practice = $state.raw<PackPractice>({
    ...emptyPractice('practice-a'),
    ...{ title: 'A pause', about: 'A minute.', ...fields },
    steps,
  });
  const shown = mount(PracticeEditor, {
    target: document.body,
    props: {
      get practice() {
        return practice;
      },
      ...{ words: packWriting, areas: practise.areas.names, welcome: areas, decks: [], cards: [] },
      onchange: (next: PackPractice) => {
        practice = next;
        flushSync();
      },
    },
  });
  onTestFinished(() => unmount(shown));
  const all = <Of extends HTMLElement>(of: string): Of[] => [...document.querySelectorAll<Of>(of)];
  const press = (name: string): void => {
    const one = all('button').find(
      (each) => (each.getAttribute('aria-label') ?? each.textContent.trim()) === name,
    );
    if (!one) throw new Error(`no button ${name}`);
    one.click();
    flushSync();
  };
  const labelled = (name: string): HTMLElement => {
    const label = all<HTMLLabelElement>('label').findLast(
      ({ textContent }) => textContent.trim() === name,
    );
    const of = label && document.getElementById(label.htmlFor);
    if (!of) throw new Error(`nothing is called ${name}`);
    return of;
  };
  const choose = (name: string, value: string): void => {
    const select = labelled(name) as HTMLSelectElement;
    select.value = value;
    select.dispatchEvent(new Event('change', { bubbles: true }));
    flushSync();
  };
  const type = (name: string, value: string): void => {
    const field = labelled(name) as HTMLInputElement;
    field.value = value;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    flushSync();
  };
  return {
    now: (): PackPractice => practice,
    steps: (): readonly Step[] => practice.steps,
    says: (): string => document.body.textContent.replace(/\s+/g, ' '),
    ...{ press, choose, type },
    turn: (name: string): void => {
      const one = all<HTMLInputElement>('input[role=switch]').find(({ labels }) =>
        labels?.[0]?.textContent.includes(name),
      );
      one?.click();
      flushSync();
    },
  };
}

/** Whether the pack around it is one that Comma takes. */
const isTaken = async (practice: PackPractice): Promise<unknown> => {
  const draft = { ...emptyDraft('a-pack-of-mine'), name: 'Small things', by: 'Sam' };
  const checked = await check(fileOf({ ...draft, practices: [practice] }));
  return checked.ok || checked.error;
};

test('a step waits for certain picks before it, says so in a sentence, and comes every time again', async () => {
  const { now, steps, says, press, choose } = setup([pick, say]);
  choose('It comes', 'here');
  expect(says()).toContain('Pick at least one, so that it can come.');
  press('tense');
  press('numb');
  press('numb');
  expect(steps()[1]?.when).toEqual({ id: 'here', is: ['tense'] });
  expect(says()).toContain(
    'It comes when “tense” was picked at “What is here?”, and is left out otherwise.',
  );
  expect(await isTaken(now())).toBe(true);
  // Moved in front of what it waits for, it says so.
  press('Step 2 earlier');
  expect(says()).toContain('What it waits for is not asked before it now.');
  choose('It comes', '');
  expect(steps()[0]).toEqual(say);
});

test('things that are sorted get sides, by name, and a side alone is answered kindly', async () => {
  const { now, steps, says, press, type } = setup([sort], { kind: 'sheet' });
  const sides = 'Sides of a thing, one on each line';
  type(sides, 'giving');
  expect(says()).toContain('One side alone has no other.');
  type(sides, 'giving\nreceiving');
  expect(says()).toContain('None of your things has sides yet.');
  press('a hug');
  expect(says()).toContain('“a hug” is asked for “giving” and “receiving”.');
  expect(steps()[0]).toMatchObject({ sides: { choiceA: 'giving' }, paired: ['hug'] });
  expect(await isTaken(now())).toBe(true);
  // What is gone has no sides either.
  type('Things to put there, one on each line', 'tea');
  expect(steps()[0]).toMatchObject({ paired: [] });
  expect(await isTaken(now())).toBe(true);
  type(sides, '');
  expect(steps()[0]).not.toHaveProperty('sides');
});

test('a shortest version of fewer steps is picked, read as a sentence, and goes along when steps move', async () => {
  const { now, says, press, turn, type } = setup([
    pick,
    { ...say, when: { id: 'here', is: ['numb'] } },
    breath,
  ]);
  turn('Fewer steps when there is little time');
  expect(now().shortest).toEqual([0, 1, 2]);
  press('1. A choice');
  expect(says()).toContain('Step 2 waits for a pick at step 1.');
  expect(await isTaken(now())).toMatchObject({ why: 'shortestNeeds' });
  press('2. Something to read');
  expect(says()).toContain('With little time it is 3. Breathing.');
  type('Breaths of step 3 then', '1');
  expect(now()).toMatchObject({ shortest: [2], steps: [{}, {}, { breaths: 6, short: 1 }] });
  press('Step 3 earlier');
  expect(now().shortest).toEqual([1]);
  press('Remove step 1');
  expect(now().shortest).toEqual([0]);
  press('1. Breathing');
  expect(says()).toContain('Pick at least one step. Until then it is all of them.');
  turn('Fewer steps when there is little time');
  expect(now()).not.toHaveProperty('shortest');
});

test('whatever moves or goes, the shortest version has the same steps as before', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(fc.nat(7), { minLength: 1 }),
      fc.array(fc.tuple(fc.nat(7), fc.constantFrom(-1 as const, 1 as const, 0 as const)), {
        maxLength: 12,
      }),
      (picked, changes) => {
        let names: readonly string[] = 'a b c d e f g h'.split(' ');
        let shortest: readonly number[] | undefined = picked.toSorted((a, b) => a - b);
        const chosen = new Set(shortest.map((at) => names[at]));
        for (const [at, by] of changes) {
          if (at >= names.length) continue;
          shortest =
            by === 0
              ? shortestWithout(shortest, at)
              : shortestMoved(shortest, at, by, names.length);
          names = by === 0 ? names.toSpliced(at, 1) : moved(names, at, by);
        }
        expect(shortest?.map((at) => names[at])).toEqual(names.filter((name) => chosen.has(name)));
      },
    ),
  );
});
