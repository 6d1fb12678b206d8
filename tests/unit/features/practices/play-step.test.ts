// @vitest-environment happy-dom
import { flushSync, mount, unmount } from 'svelte';
import { afterEach, expect, test, vi } from 'vitest';

import { feelingsIn } from '#core/content/feelings.ts';
import { playingIn } from '#core/content/playing.ts';
import { practicesFor } from '#core/content/practices.ts';
import { feelingGroups } from '#core/features/journal/feelings.ts';
import PlayStep from '#core/features/practices/PlayStep.svelte';
import { beginPlay, movePlay, withCards, type Play } from '#core/features/practices/play.ts';

import { somethingFor } from './support/something-for.ts';

const { practices } = practicesFor(['en']);
const words = playingIn(['en']);
const feelings = feelingGroups(feelingsIn(['en']));
const saying = {
  wordOf: (id: string): string => ({ ...words.weather, ...words.body })[id] ?? id,
  scale: words.scale,
};
const onmove = vi.fn();

let shown: ReturnType<typeof mount> | undefined;
afterEach(async () => {
  if (shown) await unmount(shown);
  shown = undefined;
  onmove.mockClear();
});

async function show(practice: (typeof practices)[number], play: Play): Promise<void> {
  if (shown) await unmount(shown);
  const step = practice.steps[play.step];
  if (!step) throw new Error('there is no such step');
  const props = {
    practice,
    play,
    step,
    elapsed: 0,
    words,
    saying,
    line: 'A line.',
    feelings,
    tomorrow: '2026-11-28',
    onmove,
  };
  shown = mount(PlayStep, { target: document.body, props });
  flushSync();
}

const nameOf = (control: Element): string =>
  control.getAttribute('aria-label') ??
  (control instanceof HTMLButtonElement
    ? control.textContent
    : (document.querySelector(`label[for="${control.id}"]`)?.textContent ?? ''));

test.each(practices)(
  'every step of $id has a heading, ways on, and a name for each control',
  async (item) => {
    const practice = withCards(item, practices);
    for (const [at, step] of practice.steps.entries()) {
      let play: Play = { ...beginPlay(practice, false, { wall: 0, at: 0 }), step: at };
      for (const answered of [false, true]) {
        if (answered)
          for (const move of somethingFor(step)) play = movePlay(play, move, practice, 0);
        await show(practice, play);
        const heading = document.querySelector('h1');
        expect(heading?.textContent.trim(), `${item.id} ${at}`).not.toBe('');
        expect(document.body.textContent).not.toMatch(/\{\w+\}|undefined|\[object/);
        expect(document.activeElement).toBe(heading);
        for (const control of document.querySelectorAll('button, input, textarea, progress'))
          expect(nameOf(control).trim(), `${item.id} ${at}: ${control.outerHTML}`).not.toBe('');
        const names = [...document.querySelectorAll('button')].map((each) =>
          each.textContent.trim(),
        );
        expect(names).toContain(step.k === 'turn' ? words.turn.stop : words.enough);
        const asks = 'id' in step || step.k === 'blanks';
        expect(names).toContain(asks && !answered ? words.skip : words.next);
      }
    }
  },
);

test('a drawing is one picture with a name, and says in words what it shows', async () => {
  const practice = practices.find(({ id }) => id === 'three-systems');
  if (!practice) throw new Error('there is no such practice');
  await show(practice, beginPlay(practice, false, { wall: 0, at: 0 }));
  const drawing = document.querySelector('svg[role="img"]');
  const told = (attribute: string): string =>
    document.getElementById(drawing?.getAttribute(attribute) ?? '')?.textContent ?? '';
  expect(told('aria-labelledby')).toBe(words.drawings.systems.title);
  expect(told('aria-describedby')).toBe(words.drawings.systems.about);
});

test('a letter is closed until a day of one’s own, and a day that is over is no such day', async () => {
  const practice = practices.find(({ id }) => id === 'a-letter');
  if (!practice) throw new Error('there is no such practice');
  const at = practice.steps.findIndex(({ k }) => k === 'seal');
  const play = { ...beginPlay(practice, false, { wall: 0, at: 0 }), step: at };
  const pick = (day: string): void => {
    const field = document.querySelector<HTMLInputElement>('input[type="date"]');
    if (!field) throw new Error('there is no field for a day');
    field.value = day;
    field.dispatchEvent(new Event('input', { bubbles: true }));
    flushSync();
  };
  await show(practice, play);
  expect(document.querySelector('input')).toBeNull();
  await show(practice, { ...play, answers: { seal: ['day'] } });
  pick('2026-12-24');
  expect(onmove).toHaveBeenLastCalledWith({ type: 'answer', id: 'seal', answer: ['2026-12-24'] });
  await show(practice, { ...play, answers: { seal: ['2026-12-24'] } });
  expect(document.body.textContent).not.toContain(words.sealOver);
  pick('');
  expect(onmove).toHaveBeenLastCalledWith({ type: 'answer', id: 'seal', answer: ['day'] });
  await show(practice, { ...play, answers: { seal: ['2026-11-27'] } });
  expect(document.body.textContent).toContain(words.sealOver);
});

test('a tap picks, a second one puts back, and an own word is added', async () => {
  const practice = practices.find(({ id }) => id === 'reframe');
  if (!practice) throw new Error('there is no such practice');
  const at = practice.steps.findIndex(({ k }) => k === 'pick');
  const play = { ...beginPlay(practice, false, { wall: 0, at: 0 }), step: at };
  const press = (name: string): void => {
    const found = [...document.querySelectorAll('button')].find(
      (each) => each.textContent.trim() === name,
    );
    if (!found) throw new Error(`there is no ${name}`);
    found.click();
    flushSync();
  };
  await show(practice, play);
  press('rest');
  expect(onmove).toHaveBeenLastCalledWith({ type: 'answer', id: 'need', answer: ['rest'] });
  await show(practice, { ...play, answers: { need: ['rest', 'help'] } });
  press('rest');
  expect(onmove).toHaveBeenLastCalledWith({ type: 'answer', id: 'need', answer: ['help'] });
  press('some play');
  expect(onmove).toHaveBeenLastCalledWith({ type: 'answer', id: 'need', answer: ['help', 'play'] });
  const field = document.querySelector('input');
  if (!field) throw new Error('there is no room for an own word');
  field.value = ' quiet ';
  field.dispatchEvent(new Event('input', { bubbles: true }));
  flushSync();
  press(words.add);
  expect(onmove).toHaveBeenLastCalledWith({
    type: 'answer',
    id: 'need',
    answer: ['help', 'quiet'],
  });
});

test('each side of a thing has a place and a note of its own, and what has no sides has one', async () => {
  const practice = practices.find(({ id }) => id === 'yes-and-no');
  if (!practice) throw new Error('no inventory');
  const at = practice.steps.findIndex((step) => 'id' in step && step.id === 'affection');
  const answers = { affection: [{ item: 'hug', side: 'take', into: 'yes' }] };
  const play: Play = { ...beginPlay(practice, false, { wall: 0, at: 0 }, answers), step: at };
  await show(practice, play);
  const group = (name: string): Element | null =>
    document.querySelector(`[role="group"][aria-label="${name}"]`);
  expect(group('a hug, receiving')?.querySelector('[aria-pressed="true"]')?.textContent).toBe(
    'yes',
  );
  expect(group('a hug, giving')?.querySelector('[aria-pressed="true"]')).toBeNull();
  expect(group('holding hands')).not.toBeNull();
  const no = [...(group('a hug, giving')?.querySelectorAll('button') ?? [])].at(-1);
  no?.click();
  expect(onmove).toHaveBeenCalledWith({
    type: 'answer',
    id: 'affection',
    answer: [...answers.affection, { item: 'hug', side: 'give', into: 'no' }],
  });
});

test('each line of a list has a number of its own, none of which is there before it is touched', async () => {
  const practice = practices.find(({ id }) => id === 'deciding-together');
  if (!practice) throw new Error('no talk for two');
  const at = practice.steps.findIndex((step) => step.k === 'rate');
  const answers = { ways: ['by train', 'on foot'], waysA: [{ item: 'on foot', value: 3 }] };
  const play: Play = { ...beginPlay(practice, false, { wall: 0, at: 0 }, answers), step: at };
  await show(practice, play);
  const sliders = [...document.querySelectorAll<HTMLInputElement>('input[type="range"]')];
  expect(
    sliders.map((each) => [each.getAttribute('aria-label'), each.getAttribute('aria-valuetext')]),
  ).toEqual([
    ['by train', words.notChosen],
    ['on foot', '3 of 10'],
  ]);
  if (sliders[0]) sliders[0].value = '9';
  sliders[0]?.dispatchEvent(new Event('input', { bubbles: true }));
  expect(onmove).toHaveBeenCalledWith({
    type: 'answer',
    id: 'waysA',
    answer: [...answers.waysA, { item: 'by train', value: 9 }],
  });
});
