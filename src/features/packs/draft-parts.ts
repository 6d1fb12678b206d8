/** Parts of a practice that lean on others of its parts: what waits for a pick, and what its shortest version has. */
import { answerIds, type Options, type Step } from '../../content/practice-steps.ts';

/** A step whose picks a later one may wait for. */
interface Asked {
  readonly id: string;
  readonly ask: string;
  readonly options: Options;
  /** Position, from 0. */
  readonly at: number;
}

export const askedBefore = (steps: readonly Step[], before: number): readonly Asked[] =>
  steps
    .slice(0, before)
    .flatMap((step, at) =>
      (step.k === 'pick' || step.k === 'guess') && Object.keys(step.options).length > 0
        ? [{ id: step.id, ask: step.ask.trim(), options: step.options, at }]
        : [],
    );

type Shortest = readonly number[] | undefined;

/** The same steps, after one of them has gone a place earlier or later. */
export const shortestMoved = (
  shortest: Shortest,
  at: number,
  by: -1 | 1,
  of: number,
): readonly number[] | undefined => {
  const to = at + by;
  if (to < 0 || to >= of) return shortest;
  return shortest
    ?.map((each) => (each === at ? to : each === to ? at : each))
    .toSorted((a, b) => a - b);
};

/** The same steps, after one of all was taken away. */
export const shortestWithout = (shortest: Shortest, at: number): readonly number[] | undefined =>
  shortest?.filter((each) => each !== at).map((each) => (each > at ? each - 1 : each));

/** Steps of it that wait for a pick at one that it leaves out: the positions of both. */
export const shortestLacks = (
  steps: readonly Step[],
  shortest: readonly number[],
): readonly { readonly at: number; readonly needs: number }[] =>
  shortest.flatMap((at) => {
    const id = steps[at]?.when?.id;
    const needs = steps.findIndex((step) => id !== undefined && answerIds(step).includes(id));
    return needs === -1 || shortest.includes(needs) ? [] : [{ at, needs }];
  });

/** How long a step of a given length is at least, and what its length is called. */
export function lengthOf(
  step: Step,
): { readonly key: 'breaths' | 'sec'; readonly whole: number; readonly least: number } | null {
  if (step.k === 'breath') return { key: 'breaths', whole: step.breaths, least: 1 };
  if (step.k === 'still' || step.k === 'turn') return { key: 'sec', whole: step.sec, least: 5 };
  return null;
}
