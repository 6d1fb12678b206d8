/** Whether to offer asking less often: offered once, and both answers are full answers. */
import { type EngineState } from './engine-state.ts';
import { promptLimits, type Prompt } from './prompt.ts';
import { type PauseRules } from './rules.ts';

/** After this many in a row that were let go (chosen). */
const declinesToAsk = 3;
/** Half as long again, in steps that are easy to think in (chosen). */
const stretch = 1.5;
const stepMinutes = 5;

export interface LessOften {
  readonly prompt: Prompt;
  readonly from: number;
  readonly to: number;
}

/** `declining`: the prompt that is being let go right now, which the state does not know yet. */
export function lessOften(
  state: EngineState,
  rules: PauseRules,
  declining?: string,
): LessOften | undefined {
  for (const prompt of rules.prompts) {
    const kept = state.prompts[prompt.id];
    if (!kept || kept.lessAnswered || !prompt.on || prompt.cadence.type !== 'active') continue;
    const declined = kept.declined + (declining === prompt.id ? 1 : 0);
    const from = prompt.cadence.everyMinutes;
    const to = Math.min(
      promptLimits.everyMinutes[1],
      Math.round((from * stretch) / stepMinutes) * stepMinutes,
    );
    if (declined >= declinesToAsk && to > from) return { prompt, from, to };
  }
  return undefined;
}
