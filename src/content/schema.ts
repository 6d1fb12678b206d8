/**
 * The shapes of everything Comma says. A language is one folder that satisfies `Content`; screens read
 * only these shapes, so a second language changes no screen.
 */

import type { words } from './en/words.ts';

export type Words = typeof words;

/** 0 may appear anywhere; 1 only inside the app, behind a discreet notification (privacy levels, product decision). */
type Level = 0 | 1;

export interface Line {
  /** `worth-01`: stays with its sentence for ever, so a line a person hid or favoured is never another one later. */
  readonly id: string;
  readonly text: string;
  readonly level: Level;
}

export const deckIds = [
  'worth',
  'validation',
  'questions',
  'body',
  'endings',
  'warmth',
  'clarity',
  'boundary',
  'curious',
] as const;
export type DeckId = (typeof deckIds)[number];
/** Of a deck that came in a pack. */
export type PackDeckId = `deck-${string}`;
export type AnyDeckId = DeckId | PackDeckId;

export const isPackDeckId = (name: string): name is PackDeckId => name.startsWith('deck-');

export interface Deck {
  readonly id: DeckId;
  readonly title: string;
  /** One sentence: what the deck is for. */
  readonly about: string;
  readonly lines: readonly Line[];
}

export interface GroundingStep {
  readonly id: string;
  /** How many things to find; 0 for the breath before and after. */
  readonly count: number;
  readonly text: string;
  /** For whoever does not use this sense, or would rather not now. */
  readonly instead: string;
}

export interface Feeling {
  readonly id: string;
  readonly word: string;
  readonly energy: -1 | 1;
  readonly pleasantness: -1 | 1;
}

export interface HarshStarter {
  readonly id: string;
  readonly text: string;
}

export type PartOfDay = 'night' | 'morning' | 'afternoon' | 'evening';

/** Feelings, and what stands around them where they are picked. */
export interface FeelingContent extends Readonly<
  Record<'name' | 'more' | 'fewer' | 'yours' | 'own' | 'add', string>
> {
  /** BCP 47. */
  readonly language: string;
  readonly feelings: readonly Feeling[];
  /** Ids of the feelings that fit a small window. */
  readonly quickFeelings: readonly string[];
  /** By energy and pleasantness. */
  readonly groups: Readonly<Record<'stirred' | 'low' | 'bright' | 'soft', string>>;
}

/** What every window says first. */
export interface Content {
  /** BCP 47. */
  readonly language: string;
  readonly words: Words;
}

/** What pauses and practices are made of. */
export interface Library {
  /** BCP 47. */
  readonly language: string;
  readonly decks: Readonly<Record<DeckId, Deck>>;
  readonly grounding: readonly GroundingStep[];
  readonly harshStarters: readonly HarshStarter[];
}

/** Longer lines no longer fit two breaths, or a phone (chosen). */
const longestLine = 110;

/** The fewest lines that keep a daily reader from meeting the same one soon (chosen). */
export const fewestLines: Readonly<Record<DeckId, number>> = {
  worth: 24,
  validation: 12,
  questions: 18,
  body: 12,
  endings: 16,
  warmth: 12,
  clarity: 12,
  boundary: 12,
  curious: 16,
};

/** Every way in which a language's content is not what screens rely on; empty when it is. */
export function contentProblems(content: FeelingContent & Library): string[] {
  const decks = Object.values(content.decks);
  const lines = decks.flatMap((deck) => deck.lines);
  const feelings = content.feelings.map(({ id }) => id);
  return [
    ...repeated(lines.map(({ id }) => id)).map((id) => `${id}: used twice`),
    ...repeated(lines.map(({ text }) => text)).map((text) => `said twice: ${text}`),
    ...repeated(feelings).map((id) => `feeling ${id}: used twice`),
    ...repeated(content.harshStarters.map(({ id }) => id)).map((id) => `${id}: used twice`),
    ...decks
      .filter(({ id, lines }) => lines.length < fewestLines[id])
      .map(({ id, lines }) => `${id}: only ${lines.length} lines`),
    ...deckIds
      .filter((id) => content.decks[id].id !== id)
      .map((id) => `${id}: another deck's place`),
    ...decks.flatMap(({ id, lines }) => lines.flatMap((line) => lineProblems(id, line))),
    ...content.quickFeelings
      .filter((id) => !feelings.includes(id))
      .map((id) => `quick feeling ${id}: not a feeling`),
    ...content.harshStarters
      .filter(({ text }) => !/^\p{Lu}.*[^.!?]\.$/u.test(text))
      .map(({ id }) => `${id}: not one sentence with a full stop`),
  ];
}

const fitting: Readonly<Partial<Record<DeckId, string>>> = {
  endings: 'an ending starts with a comma and ends in a full stop',
  questions: 'not a question',
  curious: 'not a question',
  validation: 'a starter ends in a full stop, so that "because" can follow',
};

/** Whether it can stand where that deck's lines stand. */
export function lineFits(deck: DeckId, text: string): boolean {
  if (deck === 'endings') return /^, \S.*\.$/.test(text);
  if (deck === 'questions' || deck === 'curious') return text.endsWith('?');
  return deck !== 'validation' || text.endsWith('.');
}

function lineProblems(deck: DeckId, { id, text }: Line): string[] {
  const problems: string[] = [];
  if (!new RegExp(`^${deck}-\\d\\d$`).test(id)) problems.push(`${id}: not an id of ${deck}`);
  if (text !== text.trim() || text === '') problems.push(`${id}: blank at an end`);
  if (text.length > longestLine) problems.push(`${id}: ${text.length} letters`);
  if (!lineFits(deck, text)) problems.push(`${id}: ${fitting[deck]}`);
  return problems;
}

const repeated = (values: readonly string[]): string[] =>
  values.filter((value, at) => values.indexOf(value) !== at);
