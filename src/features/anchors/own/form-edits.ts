/** What else changes when one answer of the form changes, so that an anchor is whole at any moment. */
import type { Measure, Target } from '../consistency/target.ts';
import type { Anchor, AnchorSort, AnchorSource, AnchorStep } from './anchor.ts';

export type AnchorChange = Partial<Omit<Anchor, 'id' | 'madeAt' | 'imported'>>;

/** What may keep an anchor of this sort too. Of meals there is nothing to count. */
export const sourcesOf: Readonly<Record<AnchorSort, readonly AnchorSource[]>> = {
  yes: ['sleep', 'movement', 'meals'],
  amount: ['movement'],
  clock: ['sleep'],
  steps: [],
};

const plainMeasure = (sort: AnchorSort, steps: readonly AnchorStep[]): Measure =>
  sort === 'steps' ? { type: 'steps', least: Math.max(1, steps.length) } : { type: 'yes' };

export function withSort(anchor: Anchor, sort: AnchorSort): AnchorChange {
  const { target, steps, from } = anchor;
  return {
    sort,
    from: from && sourcesOf[sort].includes(from) ? from : null,
    target: target && { ...target, measure: plainMeasure(sort, steps) },
  };
}

/** How often, until somebody says (chosen). */
const usualTimes = { week: 3, month: 4 } as const;
const most = { week: 7, month: 31 } as const;
export const mostTimes = (every: Target['every']): number => most[every];

export const withEvery = (
  { target, sort, steps }: Anchor,
  every: Target['every'] | 'none',
): AnchorChange => ({
  target:
    every === 'none'
      ? null
      : {
          every,
          times: target?.every === every ? target.times : usualTimes[every],
          measure: target?.measure ?? plainMeasure(sort, steps),
        },
});

export const withMeasure = ({ target }: Anchor, measure: Measure): AnchorChange =>
  target ? { target: { ...target, measure } } : {};

export const withTimes = ({ target }: Anchor, times: number): AnchorChange =>
  target ? { target: { ...target, times } } : {};

export function withUnit({ target }: Anchor, unit: string): AnchorChange {
  const measure = target?.measure;
  return {
    unit,
    ...(target &&
      measure?.type === 'amount' && { target: { ...target, measure: { ...measure, unit } } }),
  };
}

/** An amount of movement is its minutes, whatever was counted before. */
export const withSource = (
  anchor: Anchor,
  from: AnchorSource | null,
  minutes: string,
): AnchorChange => ({
  from,
  ...(from === 'movement' && anchor.sort === 'amount' && withUnit(anchor, minutes)),
});

/** Who asked for all the steps still does. */
export function withSteps(
  { target, steps: before }: Anchor,
  steps: readonly AnchorStep[],
): AnchorChange {
  const measure = target?.measure;
  if (!target || measure?.type !== 'steps') return { steps };
  const wanted = measure.least >= before.length ? steps.length : measure.least;
  const least = Math.max(1, Math.min(wanted, steps.length));
  return { steps, target: { ...target, measure: { ...measure, least } } };
}

/** Minutes beside a time that still count in part, until somebody says (chosen). */
const usualGrace = 30;
const usualApart = 30;

export type ClockBound = Extract<Measure, { type: 'clock' }>['bound'];

/** The times that were told stay, as far as the other way of asking has a place for them. */
export function clockMeasure(was: Measure, bound: ClockBound, usual: number): Measure {
  const before = was.type === 'clock' ? was : null;
  const shared = {
    ...({ type: 'clock', minute: before?.minute ?? usual } as const),
    grace: before?.grace ?? usualGrace,
  };
  if (bound === 'between') return { ...shared, bound, until: (shared.minute + 60) % 1440 };
  return bound === 'within' ? { ...shared, bound, apart: usualApart } : { ...shared, bound };
}

export function amountMeasure(
  was: Measure,
  bound: 'any' | 'least' | 'most',
  { unit }: Pick<Anchor, 'unit'>,
): Measure {
  if (bound === 'any') return { type: 'yes' };
  return { type: 'amount', bound, amount: was.type === 'amount' ? was.amount : usualAmount, unit };
}

const usualAmount = 20;
