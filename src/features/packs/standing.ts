/** What of a pack is new to somebody who may have taken some of it before. */
import { deckText, isRenamed, takenText, type TakenDeck } from './deck-records.ts';
import { deckLevel } from './pack-deck.ts';
import type {
  Pack,
  PackDeck,
  PackLine,
  PackNote,
  PackPerson,
  PackPractice,
} from './pack-schema.ts';
import {
  isOwn,
  personText,
  type TakenLine,
  type TakenNote,
  type TakenPack,
  type TakenPerson,
  type TakenPractice,
} from './pack-records.ts';

/** `mine`: the pack has it otherwise than before, and the person has changed it, too. */
export type Standing = 'new' | 'same' | 'changed' | 'mine';

/** What was taken of one pack. */
export interface TakenOf {
  readonly pack: TakenPack | null;
  readonly practices: readonly TakenPractice[];
  readonly decks: readonly TakenDeck[];
  readonly lines: readonly TakenLine[];
  readonly notes: readonly TakenNote[];
  readonly people: readonly TakenPerson[];
}

/** The same words, in whatever order the keys of its objects stand. */
const same = (one: unknown, other: unknown): boolean => spelled(one) === spelled(other);

const spelled = (value: unknown): string =>
  JSON.stringify(value, (_, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );

export function practiceStanding(practice: PackPractice, taken: TakenOf): Standing {
  const before = taken.practices.find(({ made }) => made.id === practice.id);
  if (!before) return 'new';
  if (same(before.made, practice)) return 'same';
  return isOwn(before) ? 'mine' : 'changed';
}

/** Its title and what it is for, without its lines. */
export function deckStanding(deck: PackDeck, taken: TakenOf): Standing {
  const before = taken.decks.find(({ item }) => item === deck.id);
  if (!before || before.gone) return 'new';
  const isSame =
    takenText(before) === deckText(deck) &&
    before.area === deck.area &&
    before.level === deckLevel(deck);
  if (isSame) return 'same';
  return isRenamed(before) && before.made !== deck.title ? 'mine' : 'changed';
}

export function lineStanding(line: PackLine, taken: TakenOf): Standing {
  const before = taken.lines.find(({ item }) => item === line.id);
  if (!before || before.gone) return 'new';
  const deck = taken.decks.find(({ item }) => item === line.deck)?.id ?? line.deck;
  if (before.made === line.text && before.deck === deck) return 'same';
  return before.text === before.made ? 'changed' : 'mine';
}

export function noteStanding(note: PackNote, taken: TakenOf): Standing {
  const before = taken.notes.find(({ item }) => item === note.id);
  if (!before) return 'new';
  if (before.made === note.text) return 'same';
  return before.text === before.made ? 'changed' : 'mine';
}

export function personStanding(person: PackPerson, taken: TakenOf): Standing {
  const before = taken.people.find(({ item }) => item === person.id);
  if (!before) return 'new';
  if (before.made === personText(person)) return 'same';
  return before.now === before.made ? 'changed' : 'mine';
}

/** How many things were taken that this edition has no more. */
export function goneFrom(
  { practices = [], decks = [], lines = [], plan = [], people = [] }: Pack,
  taken: TakenOf,
): number {
  const still = new Set([...practices, ...decks, ...lines, ...plan, ...people].map(({ id }) => id));
  return [
    ...taken.practices.map(({ made }) => made.id),
    ...taken.decks.filter(({ gone }) => !gone).map(({ item }) => item),
    ...taken.notes.map(({ item }) => item),
    ...taken.people.map(({ item }) => item),
    ...taken.lines.filter(({ gone }) => !gone).map(({ item }) => item),
  ].filter((id) => !still.has(id)).length;
}
