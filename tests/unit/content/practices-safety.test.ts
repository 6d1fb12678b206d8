/** What the content owes to somebody who is not safe, or for whom a question is heavy. */
import { expect, test } from 'vitest';

import type { Step } from '#core/content/practice-steps.ts';
import type { Practice } from '#core/content/practice.ts';
import { practicesFor } from '#core/content/practices.ts';

const { practices } = practicesFor(['en']);
const named = (id: string): Practice => {
  const practice = practices.find((each) => each.id === id);
  if (!practice) throw new Error(`no practice ${id}`);
  return practice;
};

const writing: readonly Step['k'][] = ['write', 'blanks', 'list', 'columns', 'sort'];
const firstWriting = ({ steps }: Practice): number =>
  steps.findIndex(({ k }) => writing.includes(k));
const cardAt = ({ steps }: Practice, of: string): number =>
  steps.findIndex((step) => step.k === 'card' && step.of === of);

test('the card on safety asks nothing, so that nothing of it can be kept', () => {
  const { steps } = named('when-it-is-not-safe');
  expect(new Set(steps.map(({ k }) => k))).toEqual(new Set(['page']));
});

test('the card on safety is open to everybody, whatever areas they chose', () => {
  expect(named('when-it-is-not-safe').area).toBe('kindness');
});

test('when a no is not safe, or may not be, the card on that comes before anything to write, in the shortest version, too', () => {
  const check = named('how-easy-is-a-no');
  const at = cardAt(check, 'when-it-is-not-safe');
  expect(check.steps[at]?.when).toEqual({ id: 'safe', is: ['unsure', 'no'] });
  expect(at).toBeLessThan(firstWriting(check));
  expect(check.shortest).toContain(at);
});

test('to say a small no is proposed only to somebody who said that a no is safe', () => {
  const { steps } = named('how-easy-is-a-no');
  const small = steps.find((step) => step.k === 'write' && step.id === 'small');
  expect(small?.when).toEqual({ id: 'safe', is: ['yes', 'mostly'] });
});

test('tracing a heavy message back begins and ends with the ground, and is over whenever somebody has enough', () => {
  const { steps } = named('where-it-began');
  const first = steps.findIndex(({ k }) => writing.includes(k));
  const last = steps.findLastIndex(({ k }) => writing.includes(k));
  const ground = (step: Step): boolean => step.k === 'still';
  expect(steps.slice(0, first).some(ground)).toBe(true);
  expect(steps.slice(last).some(ground)).toBe(true);
  const ends = steps.flatMap((step, at) => (step.k === 'pick' && step.ends ? [at] : []));
  expect(ends[0]).toBeLessThan(first);
  expect(ends.some((at) => at > first && at < last)).toBe(true);
});

test('what came back from before is met with today before it is asked about', () => {
  const { steps } = named('then-or-now');
  expect(steps[0]?.k).toBe('still');
});

test('where one person does something and the other has it done, each side is asked, and nobody’s own thing has only one', () => {
  for (const step of named('yes-and-no').steps) {
    if (step.k !== 'sort' || !step.sides) continue;
    expect(Object.keys(step.sides), step.id).toHaveLength(2);
    expect(step.paired?.length, step.id).toBeGreaterThan(0);
  }
  const asked = named('yes-and-no').steps.filter((step) => step.k === 'sort' && step.sides);
  expect(asked.map((step) => ('id' in step ? step.id : ''))).toEqual(
    expect.arrayContaining(['affection', 'touch', 'photos', 'afterwards']),
  );
});

test('an answer is never given for somebody: nothing in the inventory is placed beforehand, and a no is a place in every list', () => {
  const lists = named('yes-and-no').steps.filter((step) => step.k === 'sort');
  expect(lists).toHaveLength(10);
  for (const { into } of lists)
    expect(Object.keys(into)).toEqual(['yes', 'yesIf', 'askMe', 'notNow', 'no']);
});
