/** What a person chose for the page of their session, so that the next one begins from it. Holds no word of an entry. */
import { isDate } from '../../kernel/civil-time.ts';
import type { Json } from '../../kernel/json.ts';
import { isObject, readOneOf } from '../../kernel/read.ts';
import { members, numberField, textField, type Stored } from '../../kernel/stored.ts';
import { periods, type PeriodName } from './period.ts';
import { readStrikes, type Strikes } from './strikes.ts';

/** The kind of its record, of which there is one. */
export const sessionKind = 'session';
export const sessionId = 'session';

export const sections = ['questions', 'raster', 'figures', 'nights', 'anchors', 'body'] as const;
export type Section = (typeof sections)[number];

export const papers = ['a4', 'letter'] as const;
export type Paper = (typeof papers)[number];

export interface Question {
  readonly id: string;
  readonly text: string;
}

export interface Choices {
  readonly period: PeriodName;
  readonly last: string | null;
  readonly from: string | null;
  readonly until: string | null;
  readonly without: ReadonlySet<Section>;
  /** Only what fits on one page: figures, the picture of the nights, what was kept. */
  readonly short: boolean;
  /** Null is what is usual where the person is. */
  readonly paper: Paper | null;
  readonly name: string;
  /** Ids of entries. One that is private is on no page because it stands here. */
  readonly chosen: ReadonlySet<string>;
  readonly strikes: ReadonlyMap<string, Strikes>;
  /** Oldest first. */
  readonly questions: readonly Question[];
}

const chosen = 'chosen.';
const struck = 'struck.';
const question = 'question.';
const without = 'without.';

/** Long enough for a question, short enough for a page (chosen). */
export const longestQuestion = 500;
export const longestName = 80;

const readPeriod = readOneOf(...periods);
const readPaper = readOneOf(...papers);
const dateField = (stored: Stored, name: string): string | null => {
  const date = textField(stored, name);
  return isDate(date) ? date : null;
};

export function parseChoices(stored: Stored): Choices {
  const { fields } = stored;
  const last = dateField(stored, 'last');
  const out = members(fields, without);
  return {
    period: readPeriod(fields['period']) ?? (last === null ? '14' : 'since'),
    last,
    from: dateField(stored, 'from'),
    until: dateField(stored, 'until'),
    without: new Set(sections.filter((section) => out.includes(section))),
    short: fields['short'] === true,
    paper: readPaper(fields['paper']) ?? null,
    name: textField(stored, 'name').slice(0, longestName),
    chosen: new Set(members(fields, chosen)),
    strikes: new Map(
      listed(fields, struck).flatMap(([id, value]) => {
        const strikes = readStrikes(value);
        return strikes && strikes.words.length > 0 ? [[id, strikes] as const] : [];
      }),
    ),
    questions: listed(fields, question)
      .flatMap(([id, value]) => {
        const asked = readQuestion(value);
        return asked ? [{ id, ...asked }] : [];
      })
      .sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
      .map(({ id, text }) => ({ id, text })),
  };
}

const listed = (fields: Stored['fields'], prefix: string): [string, Json][] =>
  Object.entries(fields)
    .filter(([name]) => name.startsWith(prefix))
    .map(([name, value]) => [name.slice(prefix.length), value]);

function readQuestion(value: Json): { readonly text: string; readonly at: number } | undefined {
  if (!isObject(value) || typeof value['text'] !== 'string') return undefined;
  const text = value['text'].trim().slice(0, longestQuestion);
  const at = numberField({ id: '', text: '', fields: { at: value['at'] ?? 0 } }, 'at');
  return text === '' ? undefined : { text, at: at ?? 0 };
}

/** The fields that say one thing. */
export const withSection = (section: Section, on: boolean): Record<string, Json> => ({
  [without + section]: !on,
});
export const withEntry = (id: string, on: boolean): Record<string, Json> => ({ [chosen + id]: on });
export const withStrikes = (id: string, strikes: Strikes): Record<string, Json> => ({
  [struck + id]: { of: strikes.of, words: [...strikes.words] },
});
export const withQuestion = (id: string, text: string, at: number): Record<string, Json> => ({
  [question + id]: { text, at },
});
export const withoutQuestion = (id: string): Record<string, Json> => ({ [question + id]: null });

/** After a session the next page looks back to it, and begins with no entry. Questions stay until somebody clears them. */
export const afterSession = (choices: Choices, today: string): Record<string, Json> => ({
  last: today,
  period: 'since',
  ...Object.fromEntries([...choices.chosen].map((id) => [chosen + id, false])),
  ...Object.fromEntries([...choices.strikes.keys()].map((id) => [struck + id, null])),
});

export const withoutQuestions = ({ questions }: Choices): Record<string, Json> =>
  Object.fromEntries(questions.map(({ id }) => [question + id, null]));
