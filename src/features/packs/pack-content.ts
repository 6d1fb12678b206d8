/** What a pack says, once its shape is right: who it passes for, what it gives away, and what does not hang together. */
import { isPackDeckId, lineFits } from '../../content/schema.ts';
import { speaksOfIntimacy, tellingWords } from '../../content/telling.ts';
import { seenAs } from './look-alikes.ts';
import { deckLevel, deckRefusal } from './pack-deck.ts';
import { practiceOf, practiceRefusal } from './pack-practice.ts';
import type { Pack } from './pack-schema.ts';
import { refusal, type Refusal } from './refusal.ts';
import { wordTrouble } from './safe-words.ts';
import { textsIn } from './texts-in.ts';

/** Names that nobody else may go by. */
export interface KnownNames {
  /** Of Comma's own practices and decks. */
  readonly ours: readonly string[];
  readonly helpLines: readonly string[];
  /** What help lines are called by on a telephone. */
  readonly helpNumbers: readonly string[];
}

/** Null for a pack that may be shown. */
export function contentRefusal(pack: Pack, known: KnownNames): Refusal | null {
  const { practices = [], lines = [], plan = [], people = [], decks = [] } = pack;
  if (practices.length + lines.length + plan.length + people.length === 0)
    return refusal('nothing', decks.length === 0 ? [] : ['decks']);
  for (const { text, at } of textsIn(pack)) {
    const trouble = wordTrouble(text);
    if (trouble) return refusal(trouble, at);
  }
  const problem = nameRefusal(pack, known) ?? tellingRefusal(pack) ?? idRefusal(pack);
  if (problem) return problem;
  for (const [n, deck] of decks.entries()) {
    const found = deckRefusal(deck, lines);
    if (found) return { ...found, at: ['decks', n, ...found.at] };
  }
  for (const [n, line] of lines.entries()) {
    const found = lineRefusal(line, decks);
    if (found) return { ...found, at: ['lines', n, ...found.at] };
  }
  for (const [n, { text }] of plan.entries())
    if (speaksOfIntimacy(text)) return refusal('area', ['plan', n]);
  for (const [n, { name, text = '' }] of people.entries())
    if (speaksOfIntimacy(`${name} ${text}`)) return refusal('area', ['people', n]);
  for (const [n, practice] of practices.entries()) {
    const found = practiceRefusal(practice, practices, decks);
    if (found) return { ...found, at: ['practices', n, ...found.at] };
  }
  return null;
}

type Lines = NonNullable<Pack['lines']>;
type Decks = NonNullable<Pack['decks']>;

function lineRefusal({ deck, text }: Lines[number], decks: Decks): Refusal | null {
  const of = decks.find(({ id }) => id === deck);
  if (isPackDeckId(deck)) {
    if (!of) return refusal('deck', ['deck']);
  } else if (!lineFits(deck, text)) return refusal('deckLine', [], deck);
  return speaksOfIntimacy(text) && of?.area !== 'intimacy' ? refusal('area') : null;
}

/** Who or what it must not pass for. */
function nameRefusal(
  { name, by, practices = [], people = [], decks = [] }: Pack,
  known: KnownNames,
): Refusal | null {
  const helpLines = known.helpLines.map(seenAs);
  for (const [called, at] of [
    [name, ['name']],
    [by, ['by']],
    ...practices.map(({ title }, n) => [title, ['practices', n, 'title']] as const),
    ...decks.map(({ title }, n) => [title, ['decks', n, 'title']] as const),
    ...people.map((person, n) => [person.name, ['people', n, 'name']] as const),
  ] as const) {
    if (goesBy(called, helpLines)) return refusal('helpName', at);
    if (ofComma.includes(seenAs(called))) return refusal('commaName', at);
  }
  return null;
}

/** What is private is not told by what it came in. */
function tellingRefusal(pack: Pack): Refusal | null {
  const { practices = [], decks = [] } = pack;
  const isClosed = [
    ...practices.map((each) => practiceOf(each).level),
    ...decks.map(deckLevel),
  ].includes(2);
  for (const field of ['name', 'by', 'about'] as const) {
    const said = pack[field] ?? '';
    const [telling] = tellingWords(said);
    const tells = (isClosed && field === 'name') || speaksOfIntimacy(said);
    if (telling !== undefined && tells) return refusal('tells', [field], telling.toLowerCase());
  }
  return null;
}

function idRefusal(pack: Pack): Refusal | null {
  const ids = new Set<string>();
  for (const field of ['practices', 'decks', 'lines', 'plan', 'people'] as const)
    for (const [n, { id }] of (pack[field] ?? []).entries()) {
      if (ids.has(id)) return refusal('sameId', [field, n, 'id']);
      ids.add(id);
    }
  return null;
}

/** What nobody else goes by (chosen). */
const ofComma = ['', 'team', 'app', 'itself', 'official'].flatMap((what) =>
  ['Comma', 'The Comma'].map((comma) => seenAs(`${comma} ${what}`)),
);

/** Chosen: a shorter name is an everyday word, too, and only taken for the help line when it stands alone. */
const telltale = 9;

export function goesBy(name: string, seenLines: readonly string[]): boolean {
  const seen = seenAs(name);
  return seenLines.some(
    (help) => seen === help || (help.length >= telltale && seen.includes(help)),
  );
}
