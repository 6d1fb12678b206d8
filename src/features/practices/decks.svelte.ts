import { withOwnLines, type DeckLine, type LineOverride } from '../../content/own-lines.ts';
import { pickLine } from '../../content/pick.ts';
import type { AnyDeckId, Library } from '../../content/schema.ts';
import { createId } from '../../kernel/random.ts';
import type { Result } from '../../kernel/result.ts';
import type { Ahead } from '../../vault/ahead.svelte.ts';
import type { Item, WriteFailure } from '../../vault/item.ts';
import { rowsOf } from '../../vault/rows-of.ts';
import type { Vault } from '../../vault/vault.ts';
import type { View } from '../../vault/view.ts';
import { deckIn, linesToDraw, type DrawnLine } from './drawing.ts';
import { lineFields, lineRecordId, overridesOf, parseShown } from './line-records.ts';

const kind = 'line';
const shownId = 'shown';

/** By their names, so that a line is known to have none yet. */
const linesView: View<'rec'> = {
  ...{ table: 'rec', index: ':id' },
  ...{ from: lineRecordId(''), until: lineRecordId('\uffff') },
};

const overridesIn = (items: readonly Item[]): LineOverride[] =>
  overridesOf(items.filter(({ alive }) => alive));

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
  readonly #ahead: Ahead;
  readonly #library: Library;
  readonly #overrides: readonly LineOverride[];

  constructor(vault: Vault, ahead: Ahead, library: Library) {
    this.#vault = vault;
    this.#ahead = ahead;
    this.#library = library;
    const kept = ahead.follow([linesView], []);
    this.#overrides = $derived(overridesIn(kept.current));
  }

  /** Every line of the deck, hidden ones included. */
  deck(id: AnyDeckId): readonly DeckLine[] {
    return withOwnLines(deckIn(this.#library, id), this.#overrides);
  }

  /** Whether a pause has something to draw from there. */
  hasLines(chosen: string): boolean {
    return linesToDraw(chosen, this.#library, this.#overrides).some((line) => !line.hidden);
  }

  /** Picks from the deck and remembers that it was shown; null when every line is hidden. */
  async next(deck: AnyDeckId): Promise<DeckLine | null> {
    return this.#pick([withOwnLines(deckIn(this.#library, deck), await this.#read())]);
  }

  /** For a pause: from one of those chosen that has a line, and when none has, a kind one. */
  async draw(chosen: readonly string[]): Promise<DrawnLine | null> {
    const overrides = await this.#read();
    const first = (this.#vault.setup.random(1)[0] ?? 0) % Math.max(1, chosen.length);
    const inTurn = [...chosen.slice(first), ...chosen.slice(0, first), 'worth'];
    return this.#pick(inTurn.map((each) => linesToDraw(each, this.#library, overrides)));
  }

  /** From the first of these that has a line to show. */
  async #pick<L extends DeckLine>(decks: readonly (readonly L[])[]): Promise<L | null> {
    const { random, wall } = this.#vault.setup;
    const shown = parseShown((await this.#vault.read(shownId))?.fields ?? {});
    const at = wall();
    for (const lines of decks) {
      const line = pickLine(lines, shown, at, random);
      if (!line) continue;
      // When the vault cannot write (read-only, full) the line is still worth showing.
      await this.#vault.write({ id: shownId, kind: 'shown', fields: { [line.id]: at } });
      return line;
    }
    return null;
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

  #write(
    lineId: string,
    fields: ReturnType<typeof lineFields>,
  ): Promise<Result<unknown, WriteFailure>> {
    return this.#ahead.write({ id: lineRecordId(lineId), kind, fields });
  }

  async #read(): Promise<LineOverride[]> {
    return overridesIn(await this.#vault.openRows(await rowsOf(this.#vault.db, [linesView])));
  }
}
