/** What of a pack there is to take for this person, and what they have picked of it. */
import type { Area } from '../../content/practice.ts';
import { isPackDeckId } from '../../content/schema.ts';
import type {
  Pack,
  PackDeck,
  PackLine,
  PackNote,
  PackPerson,
  PackPractice,
} from './pack-schema.ts';
import {
  deckStanding,
  lineStanding,
  noteStanding,
  personStanding,
  practiceStanding,
  type Standing,
  type TakenOf,
} from './standing.ts';

interface Offered<Of> {
  readonly made: Of;
  readonly standing: Standing;
}

export interface Offers {
  readonly practices: readonly Offered<PackPractice>[];
  readonly decks: readonly Offered<PackDeck>[];
  readonly lines: readonly Offered<PackLine>[];
  readonly notes: readonly Offered<PackNote>[];
  readonly people: readonly Offered<PackPerson>[];
  /** How many things belong to an area that is off. */
  readonly off: number;
}

export function offersOf(pack: Pack, taken: TakenOf, welcome: readonly Area[]): Offers {
  const { practices = [], decks = [], lines = [], plan = [], people = [] } = pack;
  const isOn = ({ area }: { readonly area: Area }): boolean => welcome.includes(area);
  const off = new Set<string>(decks.filter((deck) => !isOn(deck)).map(({ id }) => id));
  const offered = <Of>(
    all: readonly Of[],
    standingOf: (made: Of, taken: TakenOf) => Standing,
  ): Offered<Of>[] => all.map((made) => ({ made, standing: standingOf(made, taken) }));
  return {
    practices: offered(practices.filter(isOn), practiceStanding),
    decks: offered(decks.filter(isOn), deckStanding),
    lines: offered(
      lines.filter(({ deck }) => !off.has(deck)),
      lineStanding,
    ),
    notes: offered(plan, noteStanding),
    people: offered(people, personStanding),
    off: practices.filter((each) => !isOn(each)).length + off.size,
  };
}

export const linesOf = ({ lines }: Offers, deck: string): readonly Offered<PackLine>[] =>
  lines.filter(({ made }) => made.deck === deck);

const isOpen = ({ standing }: Offered<unknown>): boolean => standing !== 'same';

/** A new deck is left out with all of its lines, and they with it. */
export const isLeft = (offers: Offers, left: readonly string[], id: string): boolean => {
  if (left.includes(id)) return true;
  const deck = offers.decks.find(({ made }) => made.id === id);
  if (deck) return deck.standing === 'new' && allLeft(offers, left, id);
  const line = offers.lines.find(({ made }) => made.id === id);
  const of = offers.decks.find(({ made }) => made.id === line?.made.deck);
  return of?.standing === 'new' && left.includes(of.made.id);
};

const allLeft = (offers: Offers, left: readonly string[], deck: string): boolean =>
  linesOf(offers, deck).every(({ made }) => left.includes(made.id));

/** What is left out by hand, once one thing is turned on or off. */
export function turned(
  offers: Offers,
  left: readonly string[],
  id: string,
  on: boolean,
): readonly string[] {
  if (!on) return [...left, id];
  const line = offers.lines.find(({ made }) => made.id === id);
  const deck = line && isPackDeckId(line.made.deck) ? line.made.deck : undefined;
  if (deck !== undefined && left.includes(deck)) {
    // Of a deck that was left out whole, only this line was asked for.
    const others = linesOf(offers, deck).filter(({ made }) => made.id !== id);
    const kept = left.filter((each) => each !== deck && each !== id);
    return [...new Set([...kept, ...others.map(({ made }) => made.id)])];
  }
  const back = allLeft(offers, left, id) ? linesOf(offers, id).map(({ made }) => made.id) : [];
  return left.filter((each) => each !== id && !back.includes(each));
}

export const everyOffer = ({
  practices,
  decks,
  lines,
  notes,
  people,
}: Offers): readonly Offered<{ readonly id: string }>[] => [
  ...practices,
  ...decks,
  ...lines,
  ...notes,
  ...people,
];

/** Everything that is new or otherwise is picked to begin with. */
export const chosenOf = (offers: Offers, left: readonly string[]): ReadonlySet<string> =>
  new Set(
    everyOffer(offers)
      .filter((offer) => isOpen(offer) && !isLeft(offers, left, offer.made.id))
      .map(({ made }) => made.id),
  );
