/** A pack that is being written: the same shape, with room for what is not said yet. */
import type { PackDeckId } from '../../content/schema.ts';
import type { Json } from '../../kernel/json.ts';
import { isObject } from '../../kernel/read.ts';
import { numberField, textField, type Stored } from '../../kernel/stored.ts';
import {
  packFormat,
  packVersion,
  type PackDeck,
  type PackLine,
  type PackNote,
  type PackPerson,
  type PackPractice,
} from './pack-schema.ts';

export const draftKind = 'pack-draft';
export const draftRecordId = (id: string): string => `pack-draft:${id}`;

export interface PackDraft {
  readonly id: string;
  readonly edition: number;
  readonly name: string;
  readonly by: string;
  readonly about: string;
  readonly decks: readonly PackDeck[];
  readonly lines: readonly PackLine[];
  readonly practices: readonly PackPractice[];
  readonly plan: readonly PackNote[];
  readonly people: readonly PackPerson[];
  /** What it said when it was last handed over, in short; empty before the first time. */
  readonly handed: string;
}

export const emptyDraft = (id: string): PackDraft => ({
  id,
  edition: 1,
  name: '',
  by: '',
  about: '',
  decks: [],
  lines: [],
  practices: [],
  plan: [],
  people: [],
  handed: '',
});

export const emptyPractice = (id: string): PackPractice => ({
  ...{ id, kind: 'guided', title: '', about: '', area: 'kindness', minutes: 2, steps: [] },
});

export const without = <Of extends object, Key extends keyof Of>(of: Of, key: Key): Omit<Of, Key> =>
  Object.fromEntries(Object.entries(of).filter(([each]) => each !== key)) as Omit<Of, Key>;

/** What something is called while it is written, also before it has a name. */
export const nameOr = (unnamed: string, name: string): string => name.trim() || unnamed;

/** Puts the one at `at` a place earlier or later; at an end it stays. */
export function moved<Item>(items: readonly Item[], at: number, by: -1 | 1): readonly Item[] {
  const item = items[at];
  if (item === undefined || !(at + by in items)) return items;
  return items.toSpliced(at, 1).toSpliced(at + by, 0, item);
}

/** How many things there are to take away; fewer of them than before means that one was. */
export const sizeOf = ({ decks, lines, practices, plan, people }: PackDraft): number =>
  decks.length +
  lines.length +
  plan.length +
  people.length +
  practices.reduce((sum, { steps }) => sum + 1 + steps.length, 0);

/** The file that is handed over: what was left blank is left out. */
export function fileOf(draft: PackDraft): object {
  const { id, edition, name, by, about, decks, lines, practices, plan, people } = draft;
  return {
    ...{ format: packFormat, version: packVersion, id, edition },
    ...{ name: name.trim(), by: by.trim() },
    ...(about.trim() !== '' && { about: about.trim() }),
    ...(decks.length > 0 && { decks: decks.map(tidyDeck) }),
    ...(lines.length > 0 && { lines: lines.map(tidied) }),
    ...(plan.length > 0 && { plan: plan.map(tidied) }),
    ...(people.length > 0 && { people: people.map(tidied) }),
    ...(practices.length > 0 && { practices: practices.map(tidyPractice) }),
  };
}

/** What it is for may be left out; of a practice it is asked. */
const tidyDeck = (deck: PackDeck): PackDeck => {
  const tidy = tidied(deck);
  return tidy.about === '' ? without(tidy, 'about') : tidy;
};

/** Without a deck and the lines that stand in it. */
export const withoutDeck = ({ decks, lines }: PackDraft, id: PackDeckId): Partial<PackDraft> => ({
  decks: decks.filter((deck) => deck.id !== id),
  lines: lines.filter(({ deck }) => deck !== id),
});

/** Blank words that may be left out are; all others are trimmed. */
export const tidyPractice = (practice: PackPractice): PackPractice => ({
  ...tidied(practice),
  steps: practice.steps.map(tidied),
});

const optional = [
  'hint',
  'text',
  'without',
  'half',
  'aftercare',
  'note',
  'starters',
  'items',
  'sides',
  'paired',
  'shortest',
  'hours',
];
/** Has to say something. */
const needed: Readonly<Record<string, readonly string[]>> = {
  text: ['say', 'still', 'turn', 'page', 'beside'],
};

/** All the way down. */
function trimmed(value: unknown): unknown {
  if (typeof value === 'string') return value.trim();
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(trimmed);
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, trimmed(each)]));
}

const isBlank = (value: unknown): boolean =>
  value === '' || (typeof value === 'object' && value !== null && Object.keys(value).length === 0);

function tidied<Of extends object>(of: Of): Of {
  const kind = 'k' in of ? String(of.k) : '';
  return Object.fromEntries(
    Object.entries(of)
      .map(([key, value]): [string, unknown] => [key, trimmed(value)])
      .filter(
        ([key, value]) =>
          !isBlank(value) || !optional.includes(key) || (needed[key]?.includes(kind) ?? false),
      ),
  ) as Of;
}

export const draftFields = (draft: PackDraft): Record<string, Json> =>
  JSON.parse(JSON.stringify(without(draft, 'id'))) as Record<string, Json>;

/** Null for what is no draft. Its practices may be half written. */
export function parseDraft(stored: Stored): PackDraft | null {
  const { decks, lines, practices, plan, people } = stored.fields;
  if (!Array.isArray(lines) || !Array.isArray(practices)) return null;
  const [name = '', by = '', about = '', handed = ''] = ['name', 'by', 'about', 'handed'].map(
    (field) => textField(stored, field),
  );
  return {
    ...{ id: stored.id.slice(draftRecordId('').length), name, by, about, handed },
    edition: numberField(stored, 'edition') ?? 1,
    decks: Array.isArray(decks) ? decks.filter(isDraftDeck) : [],
    lines: lines.filter(isDraftLine),
    practices: practices.filter(isDraftPractice),
    plan: Array.isArray(plan) ? plan.filter(isDraftNote) : [],
    people: Array.isArray(people) ? people.filter(isDraftPerson) : [],
  };
}

const isDraftDeck = (value: unknown): value is PackDeck =>
  isObject(value) && ['id', 'title', 'area'].every((key) => typeof value[key] === 'string');

const isDraftLine = (value: unknown): value is PackLine =>
  isObject(value) && ['id', 'deck', 'text'].every((key) => typeof value[key] === 'string');

const isDraftNote = (value: unknown): value is PackNote =>
  isObject(value) && ['id', 'part', 'text'].every((key) => typeof value[key] === 'string');

const isDraftPerson = (value: unknown): value is PackPerson =>
  isObject(value) && ['id', 'part', 'name'].every((key) => typeof value[key] === 'string');

/** Written by this editor, or by a later one: what it needs is there, and whatever else there is stays. */
export const isDraftPractice = (value: unknown): value is PackPractice =>
  isObject(value) &&
  ['id', 'kind', 'title', 'about', 'area'].every((key) => typeof value[key] === 'string') &&
  typeof value['minutes'] === 'number' &&
  Array.isArray(value['steps']) &&
  value['steps'].every((step) => isObject(step) && typeof step['k'] === 'string');
