/** Feelings as a person picks them: ids from the list, and words of their own. */
import type { Feeling, FeelingContent } from '../../content/schema.ts';

/** By energy and pleasantness, the hard ones never last: neither end is where one ought to be. */
const groups = [
  { id: 'stirred', energy: 1, pleasantness: -1 },
  { id: 'low', energy: -1, pleasantness: -1 },
  { id: 'bright', energy: 1, pleasantness: 1 },
  { id: 'soft', energy: -1, pleasantness: 1 },
] as const;

export interface FeelingGroup {
  readonly id: string;
  readonly name: string;
  readonly members: readonly Feeling[];
}

export const feelingGroups = (content: FeelingContent): FeelingGroup[] =>
  groups.map(({ id, energy, pleasantness }) => ({
    id,
    name: content.groups[id],
    members: content.feelings.filter(
      (each) => each.energy === energy && each.pleasantness === pleasantness,
    ),
  }));

export const toggled = (picked: readonly string[], id: string): string[] =>
  picked.includes(id) ? picked.filter((each) => each !== id) : [...picked, id];

export const ownFeelings = (feelings: readonly Feeling[], picked: readonly string[]): string[] =>
  picked.filter((id) => !feelings.some((each) => each.id === id));

/** A typed word as it is kept; one that is on the list is that one. */
export function ownWord(typed: string, feelings: readonly Feeling[]): string {
  const word = typed.trim().replace(/\s+/g, ' ').slice(0, longest);
  const same = (one: string): boolean => one.toLowerCase() === word.toLowerCase();
  return feelings.find((each) => same(each.word))?.id ?? word;
}

/** Long enough for a phrase, short enough for a chip (chosen). */
const longest = 40;

/** The quick ones first, then whatever else is picked, so that a choice never hides. */
export const quickChoices = (quick: readonly string[], picked: readonly string[]): string[] => [
  ...quick,
  ...picked.filter((id) => !quick.includes(id)),
];

export const wordOfFeeling = (feelings: readonly Feeling[], id: string): string =>
  feelings.find((each) => each.id === id)?.word ?? id;
