/** Where a pause may draw its lines from. */
import { withOwnLines, type DeckLine, type LineOverride } from '../../content/own-lines.ts';
import { isPackDeckId, type AnyDeckId, type DeckId, type Library } from '../../content/schema.ts';
import { isDeckId } from './line-records.ts';

/** Stands among the names of decks for what the person has written into them. */
export const ownLines = 'own';

/** Those whose lines are whole and said to oneself: an ending is half a sentence, and a curious question is for somebody. */
export const wholeDecks = [
  ...['worth', 'validation', 'questions', 'body', 'warmth', 'clarity', 'boundary'],
] as const satisfies readonly DeckId[];

export interface DrawnLine extends DeckLine {
  readonly deck: AnyDeckId;
}

/** The lines of a deck out of a pack are all records. */
export const deckIn = (
  { decks }: Library,
  id: AnyDeckId,
): { readonly id: AnyDeckId; readonly lines: Library['decks'][DeckId]['lines'] } =>
  isPackDeckId(id) ? { id, lines: [] } : decks[id];

/** The lines of what was chosen for a pause. It comes up by itself, so nothing private does; none of what is not known. */
export function linesToDraw(
  chosen: string,
  library: Library,
  overrides: readonly LineOverride[],
): readonly DrawnLine[] {
  const open = overrides.filter(({ isPrivate }) => isPrivate !== true);
  const linesOf = (deck: AnyDeckId): DrawnLine[] =>
    withOwnLines(deckIn(library, deck), open).map((line) => ({ ...line, deck }));
  if (chosen === ownLines)
    return wholeDecks.flatMap(linesOf).filter(({ own, by }) => own && by === undefined);
  return isDeckId(chosen) || isPackDeckId(chosen) ? linesOf(chosen) : [];
}
