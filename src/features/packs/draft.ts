/** A pack that is being written: the same shape, with room for what is not said yet. */
import { answerIds, type Options, type Step } from '../../content/practice-steps.ts';
import type { Json } from '../../kernel/json.ts';
import { isObject } from '../../kernel/read.ts';
import { numberField, textField, type Stored } from '../../kernel/stored.ts';
import {
  packFormat,
  packVersion,
  type PackLine,
  type PackNote,
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
  readonly lines: readonly PackLine[];
  readonly practices: readonly PackPractice[];
  readonly plan: readonly PackNote[];
  /** What it said when it was last handed over, in short; empty before the first time. */
  readonly handed: string;
}

export const emptyDraft = (id: string): PackDraft => ({
  ...{
    id,
    edition: 1,
    name: '',
    by: '',
    about: '',
    lines: [],
    practices: [],
    plan: [],
    handed: '',
  },
});

/** The steps that the editor can make; of a step of another kind it shows the words, and keeps it as it is. */
export const madeSteps = ['say', 'breath', 'still', 'write', 'pick', 'scale', 'page'] as const;
export type MadeStep = Extract<Step, { readonly k: (typeof madeSteps)[number] }>;

export const emptyPractice = (id: string): PackPractice => ({
  ...{ id, kind: 'guided', title: '', about: '', area: 'kindness', minutes: 2, steps: [] },
});

export function emptyStep(kind: MadeStep['k'], steps: readonly Step[]): Step {
  const id = freshId(steps);
  switch (kind) {
    case 'say':
      return { k: 'say', text: '' };
    case 'breath':
      return { k: 'breath', pattern: '4-6', breaths: 4 };
    case 'still':
      return { k: 'still', sec: 30, text: '' };
    case 'write':
      return { k: 'write', id, ask: '', most: 500 };
    case 'pick':
      return { k: 'pick', id, ask: '', options: {}, most: 1, own: true };
    case 'scale':
      return { k: 'scale', id, ask: '', top: 10, low: '', high: '' };
    case 'page':
      return { k: 'page', heading: '', text: '' };
  }
}

/** `answerA`, `answerB`, …: an id that nobody reads, and that stays with its step. */
export function freshId(steps: readonly Step[]): string {
  const used = new Set(steps.flatMap(answerIds));
  for (let n = 0; ; n++) {
    const id = `answer${lettersOf(n)}`;
    if (!used.has(id)) return id;
  }
}

const lettersOf = (n: number): string =>
  (n < 26 ? '' : lettersOf(Math.floor(n / 26) - 1)) + String.fromCharCode(65 + (n % 26));

/** Choices as they are typed, one a line. A choice whose words stayed, or were changed in their place, keeps its id. */
export function optionsTyped(typed: string, before: Options): Options {
  const lines = typed.split('\n').map((line) => line.trim());
  const words = lines.filter((line, at) => line !== '' && lines.indexOf(line) === at);
  const old = Object.entries(before);
  const kept = words.map((word) => old.find(([, each]) => each === word)?.[0]);
  const taken = new Set(kept);
  return Object.fromEntries(
    words.map((word, at) => {
      const inPlace = old[at]?.[0];
      let id = kept[at] ?? (inPlace !== undefined && !taken.has(inPlace) ? inPlace : undefined);
      for (let n = 0; id === undefined; n++)
        if (!taken.has(`choice${lettersOf(n)}`) && !Object.hasOwn(before, `choice${lettersOf(n)}`))
          id = `choice${lettersOf(n)}`;
      taken.add(id);
      return [id, word];
    }),
  );
}

export const without = <Of extends object, Key extends keyof Of>(of: Of, key: Key): Omit<Of, Key> =>
  Object.fromEntries(Object.entries(of).filter(([each]) => each !== key)) as Omit<Of, Key>;

/** Puts the one at `at` a place earlier or later; at an end it stays. */
export function moved<Item>(items: readonly Item[], at: number, by: -1 | 1): readonly Item[] {
  const item = items[at];
  if (item === undefined || !(at + by in items)) return items;
  return items.toSpliced(at, 1).toSpliced(at + by, 0, item);
}

/** How many things there are to take away; fewer of them than before means that one was. */
export const sizeOf = ({ lines, practices, plan }: PackDraft): number =>
  lines.length + plan.length + practices.reduce((sum, { steps }) => sum + 1 + steps.length, 0);

/** The file that is handed over: what was left blank is left out. */
export function fileOf(draft: PackDraft): object {
  const { id, edition, name, by, about, lines, practices, plan } = draft;
  return {
    ...{ format: packFormat, version: packVersion, id, edition },
    ...{ name: name.trim(), by: by.trim() },
    ...(about.trim() !== '' && { about: about.trim() }),
    ...(lines.length > 0 && { lines: lines.map(tidied) }),
    ...(plan.length > 0 && { plan: plan.map(tidied) }),
    ...(practices.length > 0 && { practices: practices.map(tidyPractice) }),
  };
}

/** Blank words that may be left out are; all others are trimmed. */
export const tidyPractice = (practice: PackPractice): PackPractice => ({
  ...tidied(practice),
  steps: practice.steps.map(tidied),
});

const optional = ['hint', 'text', 'without', 'half', 'aftercare'];
/** Has to say something. */
const needed: Readonly<Record<string, readonly string[]>> = {
  text: ['say', 'still', 'turn', 'page', 'beside'],
};

function tidied<Of extends object>(of: Of): Of {
  const kind = 'k' in of ? String(of.k) : '';
  return Object.fromEntries(
    Object.entries(of)
      .map(([key, value]): [string, unknown] => [
        key,
        typeof value === 'string' ? value.trim() : value,
      ])
      .filter(
        ([key, value]) =>
          value !== '' || !optional.includes(key) || (needed[key]?.includes(kind) ?? false),
      ),
  ) as Of;
}

export const draftFields = (draft: PackDraft): Record<string, Json> =>
  JSON.parse(JSON.stringify(without(draft, 'id'))) as Record<string, Json>;

/** Null for what is no draft. Its practices may be half written. */
export function parseDraft(stored: Stored): PackDraft | null {
  const { lines, practices, plan } = stored.fields;
  if (!Array.isArray(lines) || !Array.isArray(practices)) return null;
  const [name = '', by = '', about = '', handed = ''] = ['name', 'by', 'about', 'handed'].map(
    (field) => textField(stored, field),
  );
  return {
    ...{ id: stored.id.slice(draftRecordId('').length), name, by, about, handed },
    edition: numberField(stored, 'edition') ?? 1,
    lines: lines.filter(isDraftLine),
    practices: practices.filter(isDraftPractice),
    plan: Array.isArray(plan) ? plan.filter(isDraftNote) : [],
  };
}

const isDraftLine = (value: unknown): value is PackLine =>
  isObject(value) && ['id', 'deck', 'text'].every((key) => typeof value[key] === 'string');

const isDraftNote = (value: unknown): value is PackNote =>
  isObject(value) && ['id', 'part', 'text'].every((key) => typeof value[key] === 'string');

/** Written by this editor, or by a later one: what it needs is there, and whatever else there is stays. */
export const isDraftPractice = (value: unknown): value is PackPractice =>
  isObject(value) &&
  ['id', 'kind', 'title', 'about', 'area'].every((key) => typeof value[key] === 'string') &&
  typeof value['minutes'] === 'number' &&
  Array.isArray(value['steps']) &&
  value['steps'].every((step) => isObject(step) && typeof step['k'] === 'string');
