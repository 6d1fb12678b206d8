/** The prompts: their list, and the page of each. */
import { prompts } from './en/prompts.ts';
import { inTongues } from './spoken.ts';

export type PromptWords = typeof prompts;
export const promptsIn = inTongues(prompts);
