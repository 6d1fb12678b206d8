/** When a prompt that follows a moment of the person's day comes, once that moment is known. */
import { dayOf } from '../../kernel/civil-time.ts';
import { type EngineState } from './engine-state.ts';
import { type Prompt } from './prompt.ts';
import { type PauseRules } from './rules.ts';

export function anchoredMoment(
  { id, cadence }: Prompt,
  { anchors }: Pick<EngineState, 'anchors'>,
  { dayStart }: Pick<PauseRules, 'dayStart'>,
  zone: string,
): { readonly slot: string; readonly at: number } | undefined {
  if (cadence.type !== 'anchor' || cadence.anchor === 'sleep') return undefined;
  const moment = anchors[cadence.anchor];
  if (!moment) return undefined;
  const day = dayOf(moment.at, zone, dayStart);
  // A day has one waking and one end of work; it has several meals.
  const name = cadence.anchor === 'ate' ? `${day}:${Math.trunc(moment.at / 60_000)}` : day;
  const at = Math.max(moment.at + cadence.offsetMinutes * 60_000, moment.told);
  return { slot: `slot:${id}:${name}`, at };
}
