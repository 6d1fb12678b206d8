/** When a prompt that does not count active time comes next. */
import { dayOf, instantOf } from '../../kernel/civil-time.ts';
import { zoneOf } from './active-time.ts';
import { isStill } from './due.ts';
import { type EngineState, type Moment } from './engine-state.ts';
import { nextOccurrence } from './occurrences.ts';
import { type Prompt } from './prompt.ts';
import { type PauseRules } from './rules.ts';

/** Nothing for a moment that is not known yet, such as after waking before anybody woke. */
export function nextMoment(
  state: EngineState,
  prompt: Prompt,
  rules: PauseRules,
  at: Moment,
): { readonly at: number } | undefined {
  const { cadence } = prompt;
  if (cadence.type === 'active') return undefined;
  const after = isStill({ state, at, rules }, prompt)
    ? stillUntil(state, prompt, rules, at)
    : at.wall;
  if (cadence.type !== 'anchor' || cadence.anchor === 'sleep')
    return nextOccurrence(prompt, after, zoneOf(prompt, at), rules.usualSleep);
  const moment = state.anchors[cadence.anchor];
  const due = moment && moment.at + cadence.offsetMinutes * 60_000;
  return due !== undefined && due > after ? { at: due } : undefined;
}

/** The end of the day on which a prompt keeps still. */
export function stillUntil(
  { prompts }: EngineState,
  { id }: Prompt,
  { dayStart }: PauseRules,
  { wall, zone }: Moment,
): number {
  const day = prompts[id]?.notToday ?? dayOf(wall, zone, dayStart);
  const next = Temporal.PlainDate.from(day).add({ days: 1 });
  return instantOf(next, dayStart * 60, zone);
}
