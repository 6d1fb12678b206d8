/** What was taken from packs, as it is read out of its records. */
import type { Step } from '../../content/practice-steps.ts';
import { isPackDeckId } from '../../content/schema.ts';
import { textField } from '../../kernel/stored.ts';
import type { Item } from '../../vault/item.ts';
import { deckKind, parseDeck, type TakenDeck } from './deck-records.ts';
import { itemKind } from './item-kind.ts';
import {
  isPerson,
  lineKind,
  noteKind,
  packKind,
  parseItem,
  parseLine,
  parseNote,
  parsePack,
  parsePerson,
  type TakenPack,
  type TakenPractice,
} from './pack-records.ts';
import type { TakenOf } from './standing.ts';

/** Of every pack there is. */
export interface Taken extends Omit<TakenOf, 'pack'> {
  readonly packs: readonly TakenPack[];
}

export function takenOf(items: readonly Item[]): Taken {
  const alive = items.filter((item) => item.alive);
  const of = (kind: string): Item[] => alive.filter((item) => item.kind === kind);
  const lines = of(lineKind);
  /** The person's own among them. */
  const held = new Set(
    lines
      .filter((line) => textField(line, 'text').trim() !== '')
      .map((line) => textField(line, 'deck')),
  );
  const decks = of(deckKind)
    .flatMap((item) => parseDeck(item) ?? [])
    .filter(({ id, gone }) => !gone || held.has(id))
    .toSorted((a, b) => a.place - b.place);
  return {
    packs: of(packKind).flatMap((item) => parsePack(item) ?? []),
    practices: linked(
      of(itemKind).flatMap((item) => parseItem(item) ?? []),
      decks,
    ).toSorted((a, b) => a.place - b.place),
    decks,
    notes: of(noteKind)
      .filter((item) => !isPerson(item))
      .flatMap((item) => parseNote(item) ?? []),
    people: of(noteKind)
      .filter(isPerson)
      .flatMap((item) => parsePerson(item) ?? []),
    lines: lines.flatMap((item) => parseLine(item) ?? []),
  };
}

/** What was taken of one pack. */
export const takenOfPack = (
  { packs, practices, decks, lines, notes, people }: Taken,
  name: string,
): TakenOf => ({
  pack: packs.find((each) => each.name === name) ?? null,
  practices: practices.filter(({ pack }) => pack === name),
  decks: decks.filter(({ pack }) => pack === name),
  lines: lines.filter(({ pack }) => pack === name),
  notes: notes.filter(({ pack }) => pack === name),
  people: people.filter(({ pack }) => pack === name),
});

/** Those that lead to others of their pack lead to what was taken of them. */
function linked(
  items: readonly TakenPractice[],
  decks: readonly TakenDeck[],
): readonly TakenPractice[] {
  const drawn = new Map(decks.map(({ pack, item, id }) => [`${pack}/${item}`, id]));
  const played = new Map(items.map((item) => [`${item.pack}/${item.made.id}`, item.practice.id]));
  return items.map((item) => {
    const to = (id: string): string | undefined => played.get(`${item.pack}/${id}`);
    const next = item.practice.next?.flatMap((id) => to(id) ?? []);
    const steps = item.practice.steps.map((step): Step => {
      if (step.k === 'card') return { ...step, of: to(step.of) ?? '' };
      if (step.k !== 'line' || !isPackDeckId(step.deck)) return step;
      // Where its deck was not taken, a kind line stands in for one of that deck.
      return { ...step, deck: drawn.get(`${item.pack}/${step.deck}`) ?? 'warmth' };
    });
    return { ...item, practice: { ...item.practice, steps, ...(next && { next }) } };
  });
}
