/** The plan for a hard moment: what a person wrote down in a calm hour, from least to most help. */
import {
  noteParts,
  peopleParts,
  type NotePart,
  type PeoplePart,
} from '../../content/plan-parts.ts';
import type { Json } from '../../kernel/json.ts';
import { byPlace } from '../../kernel/placed.ts';
import { numberField, textField, type Stored } from '../../kernel/stored.ts';

export { peopleParts };
export type { NotePart, PeoplePart };

/** What is done in a hard moment, least help first; the help lines come after all of it. */
export const planSteps = [
  'alone',
  'places',
  'company',
  'ask',
  'professionals',
  'safer',
] as const satisfies readonly (NotePart | PeoplePart)[];
export type PlanStep = (typeof planSteps)[number];

export interface Note {
  readonly id: string;
  readonly part: NotePart;
  readonly text: string;
  readonly order: number;
}

/** One of the support circle. */
export interface Person {
  readonly id: string;
  readonly name: string;
  /** A number, an address or a link, as it was typed. */
  readonly reach: string;
  /** What they are good for. */
  readonly text: string;
  /** When they can be reached. */
  readonly hours: string;
  /** First words, which stand in a text that the person sends or not. */
  readonly message: string;
  readonly parts: readonly PeoplePart[];
  readonly order: number;
}

export interface Plan {
  readonly notes: readonly Note[];
  readonly people: readonly Person[];
}

/** One record an item, under a random id: which step it belongs to is inside the seal. */
export const planKind = 'help';
const prefix = 'help:';
export const planRecordId = (id: string): string => prefix + id;

/** The set of a person's steps, one field each, so that two devices may add two at once. */
const partField = (part: PeoplePart): string => `part.${part}`;

/** A record that makes no sense is left out, and the rest stands. */
export function parsePlan(records: readonly (Stored & { readonly alive: boolean })[]): Plan {
  const here = records.filter(({ alive, id }) => alive && id.startsWith(prefix));
  const orderOf = (record: Stored): number => numberField(record, 'order') ?? 0;
  const notes = here.flatMap((record): Note[] => {
    const part = noteParts.find((known) => known === record.fields['part']);
    return part ? [{ id: record.id, part, text: record.text.trim(), order: orderOf(record) }] : [];
  });
  const people = here
    .filter(({ fields }) => fields['part'] === 'person')
    .map((record): Person => ({
      id: record.id,
      name: textField(record, 'name'),
      reach: textField(record, 'reach'),
      text: record.text.trim(),
      hours: textField(record, 'hours'),
      message: textField(record, 'message'),
      parts: peopleParts.filter((part) => record.fields[partField(part)] === true),
      order: orderOf(record),
    }));
  return { notes: notes.sort(byPlace), people: people.sort(byPlace) };
}

/** What the form of a person asks in one line each. */
export type PersonLine = 'name' | 'reach' | 'hours' | 'message';

export const stepFields = (part: PeoplePart, on: boolean): Record<string, Json> => ({
  [partField(part)]: on,
});

export const isPeoplePart = (part: string): part is PeoplePart =>
  peopleParts.some((people) => people === part);

/** What a part says; blank notes and nameless, wordless people are still being written. */
export const notesOf = ({ notes }: Plan, part: NotePart): readonly Note[] =>
  notes.filter((note) => note.part === part && note.text !== '');

const isSomebody = ({ name, reach, text }: Person): boolean =>
  [name, reach, text].some((words) => words.trim() !== '');

export const peopleOf = ({ people }: Plan, part: PeoplePart): readonly Person[] =>
  people.filter((person) => isSomebody(person) && person.parts.includes(part));

/** The steps that say something. What one can do alone is always there: a breath, and the room. */
export const stepsOf = (plan: Plan): readonly PlanStep[] =>
  planSteps.filter(
    (step) =>
      step === 'alone' ||
      (isPeoplePart(step) ? peopleOf(plan, step) : notesOf(plan, step)).length > 0,
  );

export const isEmpty = (plan: Plan): boolean =>
  plan.notes.every(({ text }) => text === '') && !plan.people.some(isSomebody);
