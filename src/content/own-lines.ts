/** A person's own hand over a deck: lines of their own, reworded ones, hidden ones, favourites. */
import type { AnyDeckId, Line } from './schema.ts';

export interface LineOverride {
  /** A line of the deck, or a new id for a line of the person's own. */
  readonly id: string;
  readonly deck: AnyDeckId;
  /** New wording; for an own line, its words. Blank leaves the original, or drops an own line. */
  readonly text?: string;
  readonly hidden?: boolean;
  readonly favourite?: boolean;
  /** Who wrote it, for a line that came with a pack and stands as it came. */
  readonly by?: string;
  /** Of level 2, as its deck is. */
  readonly isPrivate?: boolean;
}

export interface DeckLine extends Line {
  readonly own: boolean;
  readonly hidden: boolean;
  readonly favourite: boolean;
  readonly by?: string;
}

/** The deck as this person has it: its own order first, then their lines in the order given. Hidden ones stay listed. */
export function withOwnLines(
  deck: { readonly id: AnyDeckId; readonly lines: readonly Line[] },
  overrides: readonly LineOverride[],
): readonly DeckLine[] {
  const here = new Map(
    overrides.filter((override) => override.deck === deck.id).map((each) => [each.id, each]),
  );
  const ready = deck.lines.map((line) => overlaid(line, here.get(line.id), false));
  const known = new Set(deck.lines.map(({ id }) => id));
  const own = [...here.values()]
    .filter(({ id, text }) => !known.has(id) && text?.trim())
    // What a person writes is theirs alone: never outside the app.
    .map((override) => overlaid({ id: override.id, text: '', level: 1 }, override, true));
  return [...ready, ...own];
}

function overlaid(line: Line, override: LineOverride | undefined, own: boolean): DeckLine {
  const text = override?.text?.trim();
  return {
    id: line.id,
    text: text || line.text,
    level: text ? 1 : line.level,
    own,
    hidden: override?.hidden ?? false,
    favourite: override?.favourite ?? false,
    ...(override?.by !== undefined && { by: override.by }),
  };
}
