/** When a prompt that does not count active time comes next. */
import { dayOf } from '../../kernel/civil-time.ts';
import { zoneOf } from './active-time.ts';
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
  const after = quietThrough(state, prompt, rules, at);
  if (cadence.type !== 'anchor' || cadence.anchor === 'sleep')
    return nextOccurrence(prompt, after, zoneOf(prompt, at), rules.usualSleep);
  const moment = state.anchors[cadence.anchor];
  const due = moment && moment.at + cadence.offsetMinutes * 60_000;
  return due !== undefined && due > after ? { at: due } : undefined;
}

/** The end of the day on which the prompt keeps still, or now. */
function quietThrough(
  state: EngineState,
  { id }: Prompt,
  { dayStart }: PauseRules,
  { wall, zone }: Moment,
): number {
  const still = state.prompts[id]?.notToday ?? null;
  if (still === null || still < dayOf(wall, zone, dayStart)) return wall;
  return Temporal.PlainDate.from(still)
    .add({ days: 1 })
    .toPlainDateTime({ hour: dayStart })
    .toZonedDateTime(zone).epochMilliseconds;
}
