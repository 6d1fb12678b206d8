/** How packs that were taken, and what was taken from them, lie in records. */
import * as v from 'valibot';

import type { AnyDeckId } from '../../content/schema.ts';
import type { Practice } from '../../content/practice.ts';
import type { Json } from '../../kernel/json.ts';
import { isObject } from '../../kernel/read.ts';
import { numberField, textField, type Stored } from '../../kernel/stored.ts';
import { itemKind } from './item-kind.ts';
import {
  practiceSchema,
  type Pack,
  type PackNote,
  type PackPerson,
  type PackPractice,
} from './pack-schema.ts';
import { practiceOf } from './pack-practice.ts';

export const packKind = 'pack';
export const lineKind = 'line';
/** Of the plan for a hard moment. */
export const noteKind = 'help';

export const packRecordId = (name: string): string => `pack:${name}`;
export const itemRecordId = (name: string): string => `${itemKind}:${name}`;
export const noteRecordId = (name: string): string => `help:pack-${name}`;
export const lineRecordId = (name: string): string => `line:pack-${name}`;

/** Of the device's own making: told apart from Comma's ids, which have no capital letters and no figures. */
const playId = (name: string): string => `pack-${name}`;

export interface TakenPack {
  readonly id: string;
  /** Opaque, and the same on every device. */
  readonly name: string;
  readonly title: string;
  readonly by: string;
  readonly edition: number;
  /** Base64url of the key that signed it; empty for an unsigned one. */
  readonly key: string;
  readonly takenAt: number;
}

/** A practice as it is played, and where it is from. */
export interface TakenPractice {
  readonly id: string;
  readonly pack: string;
  readonly by: string;
  /** Its position in the pack. */
  readonly place: number;
  /** As the pack has it. */
  readonly made: PackPractice;
  /** As the person has changed it. */
  readonly own: PackPractice | null;
  readonly practice: Practice;
}

export interface TakenLine {
  readonly id: string;
  readonly pack: string;
  /** Its id within the pack. */
  readonly item: string;
  readonly deck: string;
  readonly made: string;
  readonly text: string;
  readonly gone: boolean;
}

export interface TakenNote {
  readonly id: string;
  readonly pack: string;
  readonly item: string;
  readonly made: string;
  readonly text: string;
}

/** Somebody of the plan, as the pack has them and as they stand now. */
export interface TakenPerson {
  readonly id: string;
  readonly pack: string;
  readonly item: string;
  readonly made: string;
  readonly now: string;
  /** The person has written how to reach them, or first words to them. */
  readonly isReached: boolean;
}

export const packFields = (pack: Pack, key: string, takenAt: number): Record<string, Json> => ({
  ...{ title: pack.name, by: pack.by, edition: pack.edition, key, takenAt },
});

export function parsePack(stored: Stored): TakenPack | null {
  const [title, by] = ['title', 'by'].map((field) => textField(stored, field));
  if (!title || !by) return null;
  return {
    id: stored.id,
    name: stored.id.slice(packRecordId('').length),
    title,
    by,
    edition: numberField(stored, 'edition') ?? 1,
    key: textField(stored, 'key'),
    takenAt: numberField(stored, 'takenAt') ?? 0,
  };
}

/** Their neighbours in the pack go by names of this device's making, so what leads to them is written anew. */
export function itemFields(
  pack: { readonly name: string; readonly by: string },
  made: PackPractice,
  place: number,
): Record<string, Json> {
  // Named as in an entry: what is level 2 is in no usual export.
  const { level } = practiceOf(made);
  return { pack: pack.name, by: pack.by, item: made.id, place, level, made: plainJson(made) };
}

/** Null for one that this version cannot play: it is kept, and not shown. */
export function parseItem(stored: Stored): TakenPractice | null {
  const made = readPractice(stored.fields['made']);
  if (!made) return null;
  const own = readPractice(stored.fields['own']);
  return {
    id: stored.id,
    pack: textField(stored, 'pack'),
    by: textField(stored, 'by'),
    place: numberField(stored, 'place') ?? 0,
    made,
    own,
    practice: {
      ...practiceOf(own ?? made),
      id: playId(stored.id.slice(itemRecordId('').length)),
    },
  };
}

function readPractice(value: unknown): PackPractice | null {
  if (!isObject(value)) return null;
  const read = v.safeParse(practiceSchema, value);
  return read.success ? read.output : null;
}

export function parseLine(stored: Stored): TakenLine | null {
  const pack = textField(stored, 'pack');
  if (pack === '') return null;
  return {
    id: stored.id,
    pack,
    item: textField(stored, 'item'),
    deck: textField(stored, 'deck'),
    made: textField(stored, 'made'),
    text: textField(stored, 'text'),
    gone: stored.fields['gone'] === true,
  };
}

/** A wording of the person's own stays; whatever they let go of with the pack comes back. */
export function lineFields(
  pack: { readonly name: string; readonly by: string },
  line: {
    readonly id: string;
    /** As it is called here. */
    readonly deck: AnyDeckId;
    readonly level: 1 | 2;
    readonly text: string;
  },
  before: TakenLine | null,
  /** Later for a line that stands behind. */
  takenAt: number,
): Record<string, Json> {
  const { deck, level, text } = line;
  const isTheirs = before !== null && !before.gone && before.text !== before.made;
  return {
    ...{ deck, level, item: line.id, made: text, pack: pack.name, by: pack.by, gone: false },
    ...(before === null && { created: takenAt }),
    ...(!isTheirs && { text }),
  };
}

export function parseNote(stored: Stored): TakenNote | null {
  const pack = textField(stored, 'pack');
  if (pack === '') return null;
  const [item = '', made = ''] = ['item', 'made'].map((field) => textField(stored, field));
  return { id: stored.id, pack, item, made, text: stored.text.trim() };
}

/** Notes of a pack stand behind those of the person's own (chosen: nobody has so many). */
const behind = 10_000;

export const noteFields = (
  pack: string,
  { id, part, text }: PackNote,
  place: number,
): Record<string, Json> => ({ part, pack, item: id, made: text, order: behind + place });

/** What a pack says of somebody, in one text to compare. */
export const personText = ({
  name,
  text = '',
  hours = '',
}: Omit<PackPerson, 'id' | 'part'>): string => [name, text, hours].filter(Boolean).join('\n');

/** One of the plan's people is a record of its own kind of part. */
export const isPerson = ({ fields }: Stored): boolean => fields['part'] === 'person';

export function parsePerson(stored: Stored): TakenPerson | null {
  const pack = textField(stored, 'pack');
  if (pack === '') return null;
  const [item = '', made = '', name = '', hours = '', reach = '', message = ''] = [
    ...['item', 'made', 'name', 'hours', 'reach', 'message'],
  ].map((field) => textField(stored, field));
  const now = personText({ name, text: stored.text.trim(), hours });
  return { id: stored.id, pack, item, made, now, isReached: `${reach}${message}`.trim() !== '' };
}

/** Whoever was changed by hand keeps the words that they have. */
export const personFields = (
  pack: string,
  person: PackPerson,
  place: number,
  isTheirs: boolean,
): Record<string, Json> => ({
  ...{ part: 'person', pack, item: person.id, made: personText(person), order: behind + place },
  ...(!isTheirs && {
    name: person.name,
    hours: person.hours ?? '',
    [`part.${person.part}`]: true,
  }),
});

/** Through JSON: a record holds nothing else. */
export const plainJson = (value: PackPractice): Json => JSON.parse(JSON.stringify(value)) as Json;

export const isOwn = ({ own, made }: TakenPractice): boolean =>
  own !== null && JSON.stringify(own) !== JSON.stringify(made);
