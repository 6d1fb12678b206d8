// @vitest-environment happy-dom
import { beforeEach, expect, test } from 'vitest';

import { arrowKeys } from '#core/ui/arrow-keys.ts';

let group: HTMLElement;

const buttons = (): HTMLButtonElement[] => [...group.querySelectorAll('button')];
const stops = (): (string | null)[] =>
  buttons()
    .filter((button) => button.tabIndex === 0)
    .map((button) => button.textContent);

function press(key: string): KeyboardEvent {
  const event = new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true });
  document.activeElement?.dispatchEvent(event);
  return event;
}

beforeEach(() => {
  document.body.replaceChildren();
  group = document.createElement('div');
  for (const word of ['tense', 'tired', 'calm']) {
    const button = document.createElement('button');
    button.textContent = word;
    group.append(button);
  }
  document.body.append(group);
  arrowKeys(() => undefined)(group);
});

test('the group is one stop for the Tab key', () => {
  expect(stops()).toEqual(['tense']);
});

test('arrows walk round the group and the stop follows', () => {
  buttons()[0]?.focus();
  press('ArrowRight');
  expect(stops()).toEqual(['tired']);
  press('ArrowDown');
  press('ArrowRight');
  expect(document.activeElement?.textContent).toBe('tense');
  press('ArrowLeft');
  expect(stops()).toEqual(['calm']);
});

test('Home and End reach the ends', () => {
  buttons()[1]?.focus();
  press('End');
  expect(document.activeElement?.textContent).toBe('calm');
  press('Home');
  expect(document.activeElement?.textContent).toBe('tense');
});

test('letters are left to whoever wants them', () => {
  buttons()[0]?.focus();
  expect(press('a').defaultPrevented).toBe(false);
  expect(document.activeElement?.textContent).toBe('tense');
});
