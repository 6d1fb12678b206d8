/** What two people share of lists that each of them made unseen. Nothing else of either list is shown, or kept. */
import type { Practice } from '../../content/practice.ts';
import type { BesideStep, SortStep } from '../../content/practice-steps.ts';
import { pickedAt, type Answers, type Sorted } from './play.ts';

/** One thing that both leave open: where the one and the other put it, with their notes. */
export interface Shared {
  readonly item: string;
  /** Of a thing that has sides: the side of the one on the left. */
  readonly side?: string;
  readonly left: Sorted;
  readonly right: Sorted;
}

const sharedSteps = ({ steps }: Practice): readonly BesideStep[] =>
  steps.filter((step) => step.k === 'beside').filter(({ shared }) => shared !== undefined);

/** Ids of answers that the other of the two does not read. */
export const closedIds = (practice: Practice): ReadonlySet<string> =>
  new Set(
    sharedSteps(practice).flatMap(({ left, right, shared }) => [
      ...[left.id, right.id],
      ...(shared?.asked ?? []),
    ]),
  );

export const listOf = ({ steps }: Practice, id: string): SortStep | undefined =>
  steps.filter((step) => step.k === 'sort').find((step) => step.id === id);

/** In the order of the list. What one gives the other takes, so of two sides the one stands with the other. */
export function sharedOf(
  practice: Practice,
  { left, right, shared }: BesideStep,
  answers: Answers,
): readonly Shared[] {
  const list = listOf(practice, left.id);
  if (!shared || !list) return [];
  if (!shared.asked.every((id) => pickedAt(answers, id).includes('yes'))) return [];
  const sides = Object.keys(list.sides ?? {});
  const across = (side: string | undefined): string | undefined =>
    sides.length === 2 ? sides.find((each) => each !== side) : side;
  const open = (id: string): readonly Sorted[] =>
    sortedAt(answers, id).filter(({ into }) => shared.into.includes(into));
  const theirs = open(right.id);
  const mine = open(left.id);
  return Object.keys(list.items ?? {}).flatMap((item) =>
    [undefined, ...sides].flatMap((side) => {
      const one = mine.find((each) => each.item === item && each.side === side);
      const facing = side === undefined ? undefined : across(side);
      const other = theirs.find((each) => each.item === item && each.side === facing);
      if (!one || !other) return [];
      return [{ item, ...(side !== undefined && { side }), left: one, right: other }];
    }),
  );
}

const sortedAt = (answers: Answers, id: string): readonly Sorted[] => {
  const answer = answers[id];
  return Array.isArray(answer)
    ? (answer as readonly unknown[]).filter(
        (each): each is Sorted => typeof each === 'object' && each !== null && 'into' in each,
      )
    : [];
};
