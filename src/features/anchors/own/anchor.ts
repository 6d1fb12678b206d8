/** What somebody would like to steady their days with, in their own words. */
import type { Json } from '../../../kernel/json.ts';
import { byPlace, type Placed } from '../../../kernel/placed.ts';
import { readWhole } from '../../../kernel/read-number.ts';
import { isObject, readOneOf, readText } from '../../../kernel/read.ts';
import { numberField, textField, type Stored } from '../../../kernel/stored.ts';
import { readTarget, serialiseTarget, type Target } from '../consistency/target.ts';

export const anchorKind = 'anchor';
export const anchorId = (mark: string): string => `anchor:${mark}`;

/** How a day of it is noted. */
export const anchorSorts = ['yes', 'amount', 'clock', 'steps'] as const;
export type AnchorSort = (typeof anchorSorts)[number];

/** What is logged there keeps it too. */
export const anchorSources = ['sleep', 'movement', 'meals'] as const;
export type AnchorSource = (typeof anchorSources)[number];

export const longestName = 200;
export const longestUnit = 40;

export interface AnchorStep extends Placed {
  readonly text: string;
  /** How long it takes, where somebody said so. */
  readonly minutes: number | null;
}

export interface Anchor extends Placed {
  readonly name: string;
  readonly sort: AnchorSort;
  /** Of an amount: `pages`. */
  readonly unit: string;
  /** In their order. */
  readonly steps: readonly AnchorStep[];
  /** Null where nothing is asked of it. */
  readonly target: Target | null;
  readonly from: AnchorSource | null;
  readonly onToday: boolean;
  /** It is about going to bed: its evening goes on past midnight, until noon. */
  readonly bedtime: boolean;
  /** In the evening it asks how reactive the day was. */
  readonly asksReactive: boolean;
  /** How far it has become a habit is told, in a word. */
  readonly tellsSteadiness: boolean;
  readonly putAway: boolean;
  /** The moment it was made. */
  readonly madeAt: number;
}

export const blankAnchor = (id: string): Anchor => ({
  ...{ id, name: '', sort: 'yes', unit: '', steps: [], target: null, from: null, order: 0 },
  ...{ onToday: true, bedtime: false, asksReactive: false, tellsSteadiness: false },
  ...{ putAway: false, madeAt: 0 },
});

const stepPrefix = 'step.';
export const mostMinutes = 1440;
/** As many as a day of it can tell (chosen). */
export const mostSteps = 50;

const readStep = (id: string, value: unknown): AnchorStep | null => {
  if (!isObject(value)) return null;
  const text = readText(longestName)(value['text']);
  const order = typeof value['order'] === 'number' ? value['order'] : 0;
  const minutes = readWhole(1, mostMinutes)(value['minutes']) ?? null;
  return text === undefined ? null : { id, text, minutes, order };
};

const stepsOf = (fields: Stored['fields']): AnchorStep[] =>
  Object.entries(fields)
    .flatMap(([name, value]) =>
      name.startsWith(stepPrefix) ? (readStep(name.slice(stepPrefix.length), value) ?? []) : [],
    )
    .sort(byPlace);

const flags = ['onToday', 'bedtime', 'asksReactive', 'tellsSteadiness', 'putAway'] as const;

/** Null where it has no name, or is of a sort that a newer app knows. */
export function parseAnchor(stored: Stored): Anchor | null {
  const { id, fields } = stored;
  const name = textField(stored, 'name').trim();
  const sort = readOneOf(...anchorSorts)(fields['sort']);
  if (name === '' || !sort) return null;
  const blank = blankAnchor(id);
  const told = (flag: (typeof flags)[number]): boolean => {
    const value = fields[flag];
    return typeof value === 'boolean' ? value : blank[flag];
  };
  return {
    ...{ id, name, sort, unit: textField(stored, 'unit'), steps: stepsOf(fields) },
    target: readTarget(fields['target']) ?? null,
    from: readOneOf(...anchorSources)(fields['from']) ?? null,
    order: numberField(stored, 'order') ?? 0,
    onToday: told('onToday'),
    bedtime: told('bedtime'),
    asksReactive: told('asksReactive'),
    tellsSteadiness: told('tellsSteadiness'),
    putAway: told('putAway'),
    madeAt: numberField(stored, 'madeAt') ?? 0,
  };
}

const plain = ['name', 'sort', 'unit', 'from', 'order', ...flags] as const;

const targetField = (target: Target | null): Json => target && serialiseTarget(target);

const same = (a: Json, b: Json): boolean => JSON.stringify(a) === JSON.stringify(b);

const stepField = ({ text, minutes, order }: AnchorStep): Json => ({ text, minutes, order });

/** Only the fields that differ, so that an edit elsewhere at the same time is kept too. Null makes all of them. */
export function anchorFields(before: Anchor | null, after: Anchor): Record<string, Json> {
  const fields: Record<string, Json> = {};
  for (const name of plain)
    if (before === null || before[name] !== after[name]) fields[name] = after[name];
  const target = targetField(after.target);
  if (before === null || !same(targetField(before.target), target)) fields['target'] = target;
  if (before === null) fields['madeAt'] = after.madeAt;
  return { ...fields, ...stepChanges(before?.steps ?? [], after.steps) };
}

/** A step that went is null. */
function stepChanges(
  before: readonly AnchorStep[],
  after: readonly AnchorStep[],
): Record<string, Json> {
  const changed: Record<string, Json> = {};
  const was = new Map(before.map((step) => [step.id, stepField(step)]));
  for (const { id } of before)
    if (!after.some((step) => step.id === id)) changed[stepPrefix + id] = null;
  for (const step of after) {
    const now = stepField(step);
    if (!same(was.get(step.id) ?? null, now)) changed[stepPrefix + step.id] = now;
  }
  return changed;
}
