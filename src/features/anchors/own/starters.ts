/** Anchors to begin with. Their words are offered, and everything can be changed. */
import type { AnchorWords } from '../../../content/anchors.ts';
import type { Target } from '../consistency/target.ts';
import type { AnchorStep } from './anchor.ts';
import type { AnchorChange } from './form-edits.ts';

export type StarterName = keyof AnchorWords['starters'];

const week = (times: number, measure: Target['measure'] = { type: 'yes' }): Target => ({
  ...{ every: 'week', times, measure },
});

const eleven = 23 * 60;

const changes: Readonly<Record<StarterName, AnchorChange>> = {
  walk: { sort: 'yes', target: week(3), from: 'movement' },
  bedtime: {
    ...{ sort: 'clock', bedtime: true },
    target: week(5, { type: 'clock', bound: 'before', minute: eleven, grace: 30 }),
  },
  windDown: { sort: 'steps', bedtime: true, asksReactive: true },
  morning: { sort: 'steps' },
  medication: { sort: 'yes', target: week(7) },
  outside: { sort: 'yes', target: week(5) },
  reading: { sort: 'amount' },
  someone: { sort: 'yes', target: week(2) },
};

/** In the order in which they are offered. */
export const starterNames = Object.keys(changes) as readonly StarterName[];

/** `newId` marks each step. */
export function starterOf(
  name: StarterName,
  words: AnchorWords['starters'],
  newId: () => string,
): AnchorChange {
  const { name: said, unit, steps: texts } = words[name];
  const steps = texts.map((text, at): AnchorStep => ({
    id: newId(),
    text,
    minutes: null,
    order: at + 1,
  }));
  const change = changes[name];
  return {
    ...change,
    ...{ unit, steps, name: said },
    ...(steps.length > 0 && { target: week(7, { type: 'steps', least: steps.length }) }),
  };
}
