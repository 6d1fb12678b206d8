/** Three honest rhythms to begin with (product decision; after Stretchly's, BreakTimer's and the pomodoro's intervals). */
import { type Prompt } from './prompt.ts';

export const presets = { quiet: 90, steady: 50, close: 25 } as const;
export type Preset = keyof typeof presets;
export const presetNames = ['quiet', 'steady', 'close'] as const satisfies readonly Preset[];

/** The preset that a prompt keeps; none for a rhythm of one's own. */
export const presetOf = ({ cadence }: Prompt): Preset | undefined =>
  presetNames.find((name) => cadence.type === 'active' && cadence.everyMinutes === presets[name]);

export const withPreset = (prompt: Prompt, preset: Preset): Prompt => ({
  ...prompt,
  on: true,
  cadence: { type: 'active', everyMinutes: presets[preset] },
});
