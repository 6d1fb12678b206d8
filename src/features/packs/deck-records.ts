/** How decks that came in packs lie in records. Their lines are records as those of Comma's decks are. */
import { areas, type Area } from '../../content/practice.ts';
import type { PackDeckId } from '../../content/schema.ts';
import type { Json } from '../../kernel/json.ts';
import { isPrivateRecord, numberField, textField, type Stored } from '../../kernel/stored.ts';
import { deckLevel } from './pack-deck.ts';
import type { PackDeck } from './pack-schema.ts';

export const deckKind = 'pack-deck';

export const deckRecordId = (name: string): string => `${deckKind}:${name}`;

/** As its lines name it: of the device's own making, and the same on all of them. */
export const deckIdOf = (name: string): PackDeckId => `deck-${name}`;

export interface TakenDeck {
  readonly id: PackDeckId;
  readonly record: string;
  readonly pack: string;
  readonly by: string;
  /** Its id within the pack, and its position there. */
  readonly item: string;
  readonly place: number;
  /** As the pack has it. */
  readonly made: string;
  /** As the person calls it, if they do; else as the pack does. */
  readonly title: string;
  /** Empty where the pack says nothing of it. */
  readonly about: string;
  readonly area: Area;
  readonly level: 1 | 2;
  /** Its pack was taken away. It is still there while a line stands in it. */
  readonly gone: boolean;
}

export const deckFields = (
  pack: { readonly name: string; readonly by: string },
  deck: PackDeck,
  place: number,
): Record<string, Json> => ({
  ...{ pack: pack.name, by: pack.by, item: deck.id, place, level: deckLevel(deck), gone: false },
  ...{ title: deck.title, about: deck.about ?? '', area: deck.area },
});

/** Null for one of an area that this version does not know: it is kept, and not shown. */
export function parseDeck(stored: Stored): TakenDeck | null {
  const [pack = '', by = '', item = '', made = '', own = '', about = '', of = ''] = [
    ...['pack', 'by', 'item', 'title', 'own', 'about', 'area'],
  ].map((field) => textField(stored, field));
  const area = areas.find((each) => each === of);
  if (pack === '' || made === '' || area === undefined) return null;
  return {
    id: deckIdOf(stored.id.slice(deckRecordId('').length)),
    record: stored.id,
    ...{ pack, by, item, made, about, area },
    title: own.trim() || made,
    place: numberField(stored, 'place') ?? 0,
    level: isPrivateRecord(stored) ? 2 : 1,
    gone: stored.fields['gone'] === true,
  };
}

export const isRenamed = ({ made, title }: TakenDeck): boolean => title !== made;

/** What a pack says of a deck, in one text to compare. */
export const deckText = ({
  title,
  about = '',
}: {
  readonly title: string;
  readonly about?: string;
}): string => [title, about].filter(Boolean).join('\n');

/** As it was when it was taken. */
export const takenText = ({ made, about }: TakenDeck): string => deckText({ title: made, about });
