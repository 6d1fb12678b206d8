import { withOwnLines, type DeckLine, type LineOverride } from '../../content/own-lines.ts';
import { pickLine } from '../../content/pick.ts';
import { isPackDeckId, type AnyDeckId, type Deck, type Library } from '../../content/schema.ts';
import { createId } from '../../kernel/random.ts';
import type { Result } from '../../kernel/result.ts';
import type { WriteFailure } from '../../vault/item.ts';
import { live } from '../../vault/live-query.svelte.ts';
import type { Live } from '../../vault/live.svelte.ts';
import type { Row } from '../../vault/row.ts';
import type { Vault } from '../../vault/vault.ts';
import { lineFields, lineRecordId, overridesOf, parseShown } from './line-records.ts';

const kind = 'line';
const shownId = 'shown';

/** A deck among the others. */
export interface ListedDeck {
  readonly id: AnyDeckId;
  readonly title: string;
  /** Empty where whoever made it says nothing of it. */
  readonly about: string;
  /** The pack that it came in, and who wrote that. */
  readonly from?: string;
}

/** The decks as this person has them, and which line comes next. */
export class DecksState {
  readonly #vault: Vault;
  readonly #library: Library;
  readonly #overrides: Live<LineOverride[]>;

  constructor(vault: Vault, library: Library) {
    this.#vault = vault;
    this.#library = library;
    this.#overrides = live(
      () => this.#rows(),
      async (rows) => overridesOf(await vault.openRows(rows)),
      [],
    );
  }

  /** Every line of the deck, hidden ones included. */
  deck(id: AnyDeckId): readonly DeckLine[] {
    return withOwnLines(this.#deckOf(id), this.#overrides.current);
  }

  /** Picks from the deck and remembers that it was shown; null when every line is hidden. */
  async next(deck: AnyDeckId): Promise<DeckLine | null> {
    const overrides = overridesOf(await this.#vault.openRows(await this.#rows()));
    const shown = parseShown((await this.#vault.read(shownId))?.fields ?? {});
    const at = this.#vault.setup.wall();
    const lines = withOwnLines(this.#deckOf(deck), overrides);
    const line = pickLine(lines, shown, at, this.#vault.setup.random);
    if (!line) return null;
    // When the vault cannot write (read-only, full) the line is still worth showing.
    await this.#vault.write({ id: shownId, kind: 'shown', fields: { [line.id]: at } });
    return line;
  }

  /** A line of the person's own; it stands behind the ones that were there. In a private deck it is private, too. */
  add(deck: AnyDeckId, text: string, isPrivate = false): Promise<Result<unknown, WriteFailure>> {
    const { random, wall } = this.#vault.setup;
    return this.#write(`own-${createId(random)}`, {
      ...lineFields(deck, { text }),
      ...(isPrivate && { level: 2 }),
      created: wall(),
    });
  }

  /** A blank wording gives the line its first one back; an own line it takes away. */
  change(
    deck: AnyDeckId,
    lineId: string,
    change: Partial<LineOverride>,
  ): Promise<Result<unknown, WriteFailure>> {
    return this.#write(lineId, lineFields(deck, change));
  }

  /** The lines of a deck out of a pack are all records. */
  #deckOf(id: AnyDeckId): { readonly id: AnyDeckId; readonly lines: Deck['lines'] } {
    return isPackDeckId(id) ? { id, lines: [] } : this.#library.decks[id];
  }

  #write(
    lineId: string,
    fields: ReturnType<typeof lineFields>,
  ): Promise<Result<unknown, WriteFailure>> {
    return this.#vault.write({ id: lineRecordId(lineId), kind, fields });
  }

  #rows(): Promise<Row[]> {
    return this.#vault.db.rec.where('[kind+day]').equals([kind, '']).toArray();
  }
}
