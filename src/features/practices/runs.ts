/** How a run through a practice lies in a record, and one that is still going on in a draft. */
import type { Practice } from '../../content/practice.ts';
import { answerIds } from '../../content/practice-steps.ts';
import type { Json } from '../../kernel/json.ts';
import { isObject } from '../../kernel/read.ts';
import { numberField, textField, type Stored } from '../../kernel/stored.ts';
import { answerIn } from './answer-in.ts';
import type { Answer, Answers, Play } from './play.ts';

export const runKind = 'run';
export const runRecordId = (id: string): string => `run:${id}`;

/** A practice that was done. Words of the person's own are never in it: they are an entry, and go with it. */
export interface Run {
  readonly id: string;
  readonly practice: string;
  readonly startedAt: number;
  readonly ended: 'finished' | 'enough';
  readonly short: boolean;
  /** By the ids of its scales. */
  readonly scales: Readonly<Record<string, number>>;
  /** 0 not this time, 1 a little, 2 yes; null when it was not said. */
  readonly helped: number | null;
  /** The entry that its words became; empty where there is none. */
  readonly entry: string;
  /** The entry that it began with; empty where it began with nothing. */
  readonly after: string;
}

/** What a run has of its practice, and of when it ended. */
export interface RunFrame {
  readonly endedAt: number;
  readonly zone: string;
  readonly day: string;
  readonly level: Practice['level'];
}

export function runFields(
  { practice, short, startedAt, ended, answers }: Play,
  { endedAt, zone, day, level }: RunFrame,
): Record<string, Json> {
  const scales = Object.entries(answers).filter(([, answer]) => typeof answer === 'number');
  return {
    ...{ practice, short, startedAt, endedAt, zone, day, ended },
    ...(level === 2 && { level }),
    ...Object.fromEntries(scales.map(([id, value]) => [`scale.${id}`, value as number])),
  };
}

export function parseRun(stored: Stored): Run | null {
  const practice = textField(stored, 'practice');
  const startedAt = numberField(stored, 'startedAt');
  if (practice === '' || startedAt === null) return null;
  const scales = Object.entries(stored.fields).filter(
    (pair): pair is [string, number] => pair[0].startsWith('scale.') && typeof pair[1] === 'number',
  );
  return {
    id: stored.id,
    practice,
    startedAt,
    ended: textField(stored, 'ended') === 'enough' ? 'enough' : 'finished',
    short: stored.fields['short'] === true,
    scales: Object.fromEntries(scales.map(([id, value]) => [id.slice('scale.'.length), value])),
    helped: numberField(stored, 'helped'),
    entry: textField(stored, 'entry'),
    after: textField(stored, 'after'),
  };
}

/** The answers that a later run may begin with, as their entry holds them; empty where none of them was given. */
export function sheetOf({ again = {} }: Practice, answers: Answers): string {
  const ids = Object.values(again);
  const kept = Object.entries(answers).filter(([id]) => ids.includes(id));
  return kept.length === 0 ? '' : JSON.stringify(Object.fromEntries(kept));
}

/** What a run begins with after such an entry; null when that is nothing. Words that were changed in `text` since are taken from there. */
export function answersFrom(sheet: string, practice: Practice, text = ''): Answers | null {
  const earlier = parseAnswers(objectIn(sheet), practice);
  const taken = Object.entries(practice.again ?? {}).flatMap(([id, from]) => {
    const kept = earlier[from];
    const answer = typeof kept === 'string' ? answerIn(text, practice, from) || kept : kept;
    return answer === undefined ? [] : [[id, answer] as const];
  });
  return taken.length === 0 ? null : Object.fromEntries(taken);
}

/** Where a practice waits when a window closed in the middle. */
export const draftPlaceOf = (practice: string): `practice:${string}` => `practice:${practice}`;

export const serialisePlay = ({ short, startedAt, step, answers, after, ended }: Play): string =>
  JSON.stringify({ short, startedAt, step, answers, after, ended });

/** Where it stood, at the beginning of its step; null for anything that is not a run through this practice. */
export function parsePlay(kept: string, practice: Practice, at: number): Play | null {
  const { short, startedAt, step, answers, after, ended } = objectIn(kept);
  if (typeof startedAt !== 'number' || typeof step !== 'number' || !(step in practice.steps))
    return null;
  return {
    practice: practice.id,
    short: short === true,
    startedAt,
    step,
    stepAt: at,
    heldAt: null,
    answers: parseAnswers(answers, practice),
    after: typeof after === 'string' ? after : '',
    ended: ended === 'finished' || ended === 'enough' ? ended : null,
  };
}

function parseAnswers(kept: unknown, practice: Practice): Answers {
  const known = new Set(practice.steps.flatMap(answerIds));
  return Object.fromEntries(
    Object.entries(typeof kept === 'object' && kept !== null ? kept : {}).filter(
      (pair): pair is [string, Answer] => known.has(pair[0]) && isAnswer(pair[1]),
    ),
  );
}

const isPair = (value: unknown): boolean =>
  Array.isArray(value) && value.length === 2 && value.every((side) => typeof side === 'string');

const isSorted = (value: unknown): boolean =>
  isObject(value) &&
  typeof value['item'] === 'string' &&
  typeof value['into'] === 'string' &&
  ['side', 'note'].every((key) => ['string', 'undefined'].includes(typeof value[key]));

const isRated = (value: unknown): boolean =>
  isObject(value) && typeof value['item'] === 'string' && typeof value['value'] === 'number';

const isAnswer = (value: unknown): boolean =>
  typeof value === 'string' ||
  typeof value === 'number' ||
  (Array.isArray(value) &&
    (value.every((each) => typeof each === 'string') ||
      value.every(isPair) ||
      value.every(isSorted) ||
      value.every(isRated)));

function objectIn(text: string): Readonly<Record<string, unknown>> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : {};
  } catch {
    return {}; // nothing waits there
  }
}
