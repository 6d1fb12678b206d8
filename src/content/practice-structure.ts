/** Whether the parts of a practice hang together: asked of Comma's own, and of those that come in a pack. */
import { answerIds, type BesideStep, type SortStep, type Step } from './practice-steps.ts';
import type { Practice } from './practice.ts';

/** Longer texts no longer fit a calm glance, or a phone (chosen, in letters). */
export const longest = { title: 40, about: 110, line: 170 };
/** A card holds one idea (the practice guides' eighty words). */
const longestPage = 80;
/** What fits a quarter of an hour of somebody's day (chosen). */
export const mostMinutes = 20;

/** Seconds: an hour is the longest break that anybody is sent into, and ten minutes the longest turn (chosen). */
const longestSec = { still: 3600, turn: 600 };

/** What can be wrong with a practice as a whole. */
export const ofPractice = [
  'noStep',
  'noShortest',
  'shortestOrder',
  'shortestNeeds',
  'needsTurns',
  'strayTurns',
  'strayNames',
  'cardBegins',
  'twice',
  'beforeAfter',
  'beforeAfterScale',
] as const;

/** What can be wrong with one of its steps. */
export const ofStep = [
  'noId',
  'when',
  'gaps',
  'unanswered',
  'without',
  'gapInWithout',
  'words',
  'letters',
  'breaths',
  'shortBreaths',
  'seconds',
  'shortSeconds',
  'most',
  'ends',
  'better',
  'onePlace',
  'noThings',
  'noList',
  'sides',
  'beside',
  'shared',
] as const;

export interface StructureProblem {
  readonly what: (typeof ofPractice)[number] | (typeof ofStep)[number];
  /** Position of the step; absent for the practice as a whole. */
  readonly step?: number;
  /** An id, or how many. */
  readonly of?: string;
}

type Parts = Pick<Practice, 'kind' | 'steps' | 'shortest'>;

/** Empty when all is well. */
export function structureProblems(practice: Parts): StructureProblem[] {
  const { kind, steps, shortest } = practice;
  const problems: StructureProblem[] = [];
  const hold = (fine: boolean, what: StructureProblem['what']): void => {
    if (!fine) problems.push({ what });
  };
  hold(steps.length > 0, 'noStep');
  hold(shortest.length > 0, 'noShortest');
  hold(
    shortest.every((at, n) => at in steps && at > (shortest[n - 1] ?? -1)),
    'shortestOrder',
  );
  hold(
    shortest.every((at) => {
      const needs = steps[at]?.when?.id;
      return needs === undefined || shortest.some((each) => answersTo(steps[each], needs));
    }),
    'shortestNeeds',
  );
  const hasTurns = steps.some(({ k }) => k === 'turn');
  if (kind === 'together') hold(hasTurns, 'needsTurns');
  else {
    hold(!hasTurns, 'strayTurns');
    hold(!/\{[AB]\}/.test(JSON.stringify(steps)), 'strayNames');
  }
  if (kind === 'card') hold(steps[0]?.k === 'page' || steps[0]?.k === 'guess', 'cardBegins');
  for (const of of repeated(steps.flatMap(answerIds))) problems.push({ what: 'twice', of });
  steps.forEach((step, at) => {
    const earlier = steps.slice(0, at);
    for (const problem of aboutStep(step, earlier, kind)) problems.push({ ...problem, step: at });
  });
  for (const [step, of] of retold(steps)) problems.push({ what: 'shared', step, of });
  const [before, after] = ['before', 'after'].map((id) =>
    steps.find((step) => answersTo(step, id)),
  );
  hold(Boolean(before) === Boolean(after), 'beforeAfter');
  if (before?.k === 'scale' && after?.k === 'scale')
    hold(
      before.top === after.top && before.better !== undefined && before.better === after.better,
      'beforeAfterScale',
    );
  return problems;
}

const answersTo = (step: Step | undefined, id: string): boolean =>
  step !== undefined && answerIds(step).includes(id);

function aboutStep(
  step: Step,
  earlier: readonly Step[],
  kind: Practice['kind'],
): Omit<StructureProblem, 'step'>[] {
  const problems: Omit<StructureProblem, 'step'>[] = [];
  const hold = (fine: boolean, what: StructureProblem['what'], of?: string): void => {
    if (!fine) problems.push({ what, ...(of !== undefined && { of }) });
  };
  const known = earlier.flatMap(answerIds);
  for (const id of answerIds(step)) hold(/^[a-z][A-Za-z]*$/.test(id), 'noId', id);
  if (step.when) {
    const { id, is } = step.when;
    const asked = earlier.find((each) => answersTo(each, id));
    const options = asked?.k === 'pick' || asked?.k === 'guess' ? asked.options : {};
    hold(is.length > 0 && is.every((option) => Object.hasOwn(options, option)), 'when', id);
  }
  if (step.k === 'blanks') {
    const gaps = gapsIn(step.sentence);
    const blanks = step.blanks.map(({ id }) => id);
    hold(gaps.length === blanks.length && gaps.every((gap, n) => gap === blanks[n]), 'gaps');
  } else {
    const text = 'text' in step ? step.text : 'ask' in step ? step.ask : '';
    const gaps = gapsIn(text).filter((gap) => kind !== 'together' || !/^[AB]$/.test(gap));
    for (const gap of gaps) hold(known.includes(gap), 'unanswered', gap);
    const without = 'without' in step ? step.without : undefined;
    hold(gaps.length === 0 || without !== undefined, 'without');
    hold(gapsIn(without ?? '').length === 0, 'gapInWithout');
    const words = text.split(/\s+/).length;
    if (step.k === 'page') hold(words <= longestPage, 'words', String(words));
    else hold(text.length <= longest.line, 'letters', String(text.length));
  }
  if (step.k === 'breath') {
    hold(step.breaths >= 1 && step.breaths <= 60, 'breaths');
    hold((step.short ?? 1) >= 1 && (step.short ?? 1) <= step.breaths, 'shortBreaths');
  }
  if (step.k === 'still' || step.k === 'turn') {
    hold(step.sec >= 5 && step.sec <= longestSec[step.k], 'seconds');
    const { short = step.sec } = step;
    hold(short >= 5 && short <= step.sec, 'shortSeconds');
  }
  if (step.k === 'pick') {
    hold(step.most >= 1 && step.most <= Object.keys(step.options).length, 'most');
    hold(
      (step.ends ?? []).every((id) => Object.hasOwn(step.options, id)),
      'ends',
    );
  }
  if (step.k === 'scale')
    hold(step.better === undefined || /^(before|after)$/.test(step.id), 'better');
  if (step.k === 'sort' || step.k === 'rate') {
    const { items, from } = step;
    const own = step.k === 'sort' ? step.own : undefined;
    hold(
      [items, from, own].some((things) => things !== undefined),
      'noThings',
    );
    const list = earlier.some((each) => each.k === 'list' && each.id === from);
    hold(from === undefined || list, 'noList');
  }
  if (step.k === 'sort') {
    const { into, items = {}, sides, paired = [] } = step;
    hold(Object.keys(into).length >= 2, 'onePlace');
    hold(sides === undefined || Object.keys(sides).length >= 2, 'sides');
    hold(
      paired.every((id) => sides !== undefined && Object.hasOwn(items, id)),
      'sides',
    );
  }
  if (step.k === 'beside') {
    for (const { id } of [step.left, step.right]) hold(known.includes(id), 'beside', id);
    if (step.shared)
      for (const of of strayShared(step, step.shared, earlier, kind)) hold(false, 'shared', of);
  }
  return problems;
}

/** What is in the way of showing what two people share: two lists of the same things, a yes from each, and hands that change. */
function strayShared(
  { left, right }: BesideStep,
  { into, asked }: NonNullable<BesideStep['shared']>,
  earlier: readonly Step[],
  kind: Practice['kind'],
): string[] {
  const find = (id: string): Step | undefined => earlier.find((step) => answersTo(step, id));
  const [one, other] = [find(left.id), find(right.id)];
  if (one?.k !== 'sort' || other?.k !== 'sort' || one === other) return [left.id];
  const things = ({ items, into: places, sides, paired }: SortStep): string =>
    JSON.stringify([items, places, sides, paired]);
  const isOwn = [one, other].some(({ from, own }) => from !== undefined || own !== undefined);
  if (kind !== 'together' || isOwn || things(one) !== things(other)) return [right.id];
  const hands = earlier.slice(earlier.indexOf(one), earlier.indexOf(other));
  if (!hands.some(({ k }) => k === 'turn') || earlier.at(-1)?.k !== 'turn') return [right.id];
  return [
    ...into.filter((place) => !Object.hasOwn(one.into, place)),
    ...asked.filter((id) => {
      const pick = find(id);
      return pick?.k !== 'pick' || !Object.hasOwn(pick.options, 'yes');
    }),
    ...(new Set(asked).size < 2 ? [''] : []),
  ];
}

/** Steps that would tell what only one of two people knows, and what that is. */
function retold(steps: readonly Step[]): (readonly [number, string])[] {
  const closed = steps.flatMap((step) =>
    step.k === 'beside' && step.shared ? [step.left.id, step.right.id, ...step.shared.asked] : [],
  );
  return steps.flatMap((step, at) => {
    const told = gapsIn(JSON.stringify(step));
    if (step.when) told.push(step.when.id);
    if (step.k === 'beside' && !step.shared) told.push(step.left.id, step.right.id);
    return told.filter((id) => closed.includes(id)).map((id) => [at, id] as const);
  });
}

/** The `{id}`s of a text. */
const gapsIn = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, id = '']) => id);

/** Each one that is there more than once, as often as it is too often. */
export const repeated = (values: readonly string[]): string[] =>
  values.filter((value, at) => values.indexOf(value) !== at);
