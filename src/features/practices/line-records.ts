/** How a person's hand over a deck, and what they were shown, lie in records. */
import type { LineOverride } from '../../content/own-lines.ts';
import { deckIds, isPackDeckId, type AnyDeckId, type DeckId } from '../../content/schema.ts';
import type { Json } from '../../kernel/json.ts';
import { isPrivateRecord, numberField, textField, type Stored } from '../../kernel/stored.ts';

const prefix = 'line:';

export const lineRecordId = (lineId: string): string => prefix + lineId;

/** Null for a record of a deck this version does not know: it is kept, and not shown. */
function parseLineOverride(stored: Stored): LineOverride | null {
  const deck = textField(stored, 'deck');
  if (!isDeckId(deck) && !isPackDeckId(deck)) return null;
  const [text, made, by] = ['text', 'made', 'by'].map((field) => textField(stored, field));
  return {
    id: stored.id.slice(prefix.length),
    deck,
    ...(text !== undefined && { text }),
    hidden: stored.fields['hidden'] === true,
    favourite: stored.fields['favourite'] === true,
    ...(by && text === made && { by }),
    ...(isPrivateRecord(stored) && { isPrivate: true }),
  };
}

/** In the order they were first written, so that own lines keep their places. */
export function overridesOf(stored: readonly Stored[]): LineOverride[] {
  const created = (line: Stored): number => numberField(line, 'created') ?? 0;
  return stored
    .toSorted((a, b) => created(a) - created(b))
    .map(parseLineOverride)
    .filter((override) => override !== null);
}

export function lineFields(deck: AnyDeckId, change: Partial<LineOverride>): Record<string, Json> {
  return {
    deck,
    ...(change.text !== undefined && { text: change.text.trim() }),
    ...(change.hidden !== undefined && { hidden: change.hidden }),
    ...(change.favourite !== undefined && { favourite: change.favourite }),
  };
}

/** When each line was last seen, from the one record that remembers it. */
export function parseShown(fields: Stored['fields']): Map<string, number> {
  return new Map(
    Object.entries(fields).filter((pair): pair is [string, number] => typeof pair[1] === 'number'),
  );
}

export const isDeckId = (name: string): name is DeckId => deckIds.some((id) => id === name);
