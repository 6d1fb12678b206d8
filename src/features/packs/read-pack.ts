/**
 * Reads a pack that a stranger may have made: all of it is looked at before anything of it is shown, and one
 * thing that does not belong refuses the whole, with the place.
 */
import * as v from 'valibot';

import { textOf } from '../../kernel/bytes.ts';
import { parseJson } from '../../kernel/json.ts';
import { isObject } from '../../kernel/read.ts';
import { err, ok, type Result } from '../../kernel/result.ts';
import {
  packFormat,
  packSchema,
  packVersion,
  practiceSchema,
  type Pack,
  type PackDeck,
  type PackPractice,
} from './pack-schema.ts';
import { contentRefusal, goesBy, type KnownNames } from './pack-content.ts';
import { practiceRefusal } from './pack-practice.ts';
import { textsIn } from './texts-in.ts';
import { refusal, type Refusal } from './refusal.ts';
import { seenAs } from './look-alikes.ts';
import { packLimits } from './schema-parts.ts';
import { wordTrouble } from './safe-words.ts';

export interface ReadPack {
  readonly pack: Pack;
  /** What its signature is about. */
  readonly signed: Readonly<Record<string, unknown>>;
  /** Fields of a Comma to come, or of nobody: how many were left out. */
  readonly leftOut: number;
  /** Ids of practices and decks that are called like one of Comma's own. */
  readonly sameName: readonly string[];
  /** Some text has a telephone number, or names a help line: nobody at Comma has looked at those. */
  readonly numbers: boolean;
}

export function readPack(file: Uint8Array, known: KnownNames): Result<ReadPack, Refusal> {
  if (file.length > packLimits.bytes) return err(refusal('big', [], packLimits.bytes / 1024));
  let text: string;
  try {
    text = textOf(file);
  } catch {
    return err(refusal('notText'));
  }
  // The parser of some browsers gives out on what is nested very deeply.
  if (depthOf(text) > packLimits.depth) return err(refusal('deep'));
  const json = parseJson(text);
  if (json === undefined) return err(refusal('notJson'));
  if (!isObject(json) || json['format'] !== packFormat) return err(refusal('notPack'));
  const { version } = json;
  if (typeof version === 'number' && version > packVersion) return err(refusal('newer'));
  const trouble = strayNumber(json, []);
  if (trouble) return err(trouble);
  const read = v.safeParse(packSchema, json, { abortEarly: true });
  if (!read.success) return err(shapeRefusal(read.issues[0]));
  const pack = read.output;
  const problem = contentRefusal(pack, known);
  if (problem) return err(problem);
  const signed = Object.fromEntries(Object.entries(json).filter(([key]) => key !== 'signature'));
  const texts = textsIn(pack).map(({ text: said }) => said);
  const ours = new Set(known.ours.map(seenAs));
  return ok({
    pack,
    signed,
    leftOut: countKeys(json) - countKeys(pack),
    sameName: [...(pack.practices ?? []), ...(pack.decks ?? [])]
      .filter(({ title }) => ours.has(seenAs(title)))
      .map(({ id }) => id),
    numbers: texts.some(
      (said) => isCalled(said) || says(said, [...known.helpLines, ...known.helpNumbers]),
    ),
  });
}

/** One practice by itself, as its own pack would have to have it; `among` and `decks` are its neighbours there. */
export function readPractice(
  value: unknown,
  among: readonly PackPractice[],
  decks: readonly Pick<PackDeck, 'id' | 'area'>[],
  known: KnownNames,
): Result<PackPractice, Refusal> {
  const read = v.safeParse(practiceSchema, value, { abortEarly: true });
  if (!read.success) return err(shapeRefusal(read.issues[0]));
  const practice = read.output;
  for (const { text, at } of textsIn(practice)) {
    const trouble = wordTrouble(text);
    if (trouble) return err(refusal(trouble, at));
  }
  if (goesBy(practice.title, known.helpLines.map(seenAs)))
    return err(refusal('helpName', ['title']));
  const problem = practiceRefusal(
    practice,
    [practice, ...among.filter(({ id }) => id !== practice.id)],
    decks,
  );
  return problem ? err(problem) : ok(practice);
}

/** How deep its brackets go, those in its strings not counted. */
function depthOf(text: string): number {
  let [depth, deepest, quoted] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const letter = text[at];
    if (quoted) {
      if (letter === '\\') at++;
      else if (letter === '"') quoted = false;
    } else if (letter === '"') quoted = true;
    else if (letter === '{' || letter === '[') deepest = Math.max(deepest, ++depth);
    else if (letter === '}' || letter === ']') depth--;
  }
  return deepest;
}

/** `1e999` is JSON, and no number; and what is past counting can be signed in more than one spelling. */
function strayNumber(value: unknown, at: Refusal['at']): Refusal | null {
  if (typeof value === 'number')
    return Math.abs(value) <= Number.MAX_SAFE_INTEGER ? null : refusal('number', at);
  if (typeof value === 'string') return value.isWellFormed() ? null : refusal('garbled', at);
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, each] of Object.entries(value)) {
    if (!key.isWellFormed()) return refusal('garbled', at);
    const found = strayNumber(each, [...at, Array.isArray(value) ? Number(key) : key]);
    if (found) return found;
  }
  return null;
}

const troubles: Readonly<Record<string, Refusal['why']>> = {
  min_length: 'empty',
  min_entries: 'empty',
  min_value: 'outside',
  max_value: 'outside',
  integer: 'outside',
  regex: 'spelling',
};

function shapeRefusal(
  issue: v.InferIssue<typeof packSchema> | v.InferIssue<typeof practiceSchema>,
): Refusal {
  const at = (issue.path ?? []).map(({ key }) => (typeof key === 'number' ? key : String(key)));
  if (issue.received === 'undefined') return refusal('missing', at);
  if (issue.type === 'variant' && at.at(-1) === 'k') return refusal('unknownStep', at);
  if (at.at(-1) === 'deck' && ['union', 'regex'].includes(issue.type)) return refusal('deck', at);
  if (issue.type === 'max_length' || issue.type === 'max_entries')
    return refusal('long', at, String(issue.requirement));
  if (issue.type === 'literal' || issue.type === 'picklist')
    return refusal('notOne', at, issue.expected ?? '');
  return refusal(troubles[issue.type] ?? 'otherKind', at);
}

const countKeys = (value: unknown): number =>
  typeof value === 'object' && value !== null
    ? Object.values(value).reduce<number>(
        (sum, each) => sum + (Array.isArray(value) ? 0 : 1) + countKeys(each),
        0,
      )
    : 0;

/** Chosen: what is long enough to be somebody's number, and those of help lines are often short. */
const isCalled = (text: string): boolean => /\+?\d(?:[\s()./-]?\d){5,}/.test(text);

const asWords = (text: string): string =>
  ` ${text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()} `;

const says = (text: string, names: readonly string[]): boolean =>
  names.some((name) => asWords(text).includes(asWords(name)));
