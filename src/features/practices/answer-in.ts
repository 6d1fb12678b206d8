import type { Practice } from '../../content/practice.ts';
import type { Step } from '../../content/practice-steps.ts';

/** The line an answer stands under in its entry. */
const headingOf = (step: Step): string | undefined =>
  'ask' in step && step.k !== 'blanks' ? (step.without ?? step.ask) : undefined;

/** Whether an entry still stands as it was kept, question by question. */
export const hasQuestions = (text: string, { steps }: Practice): boolean => {
  const headings = new Set(steps.map(headingOf));
  return text.split('\n').some((line) => headings.has(line.trim()));
};

/**
 * An answer as its entry has it today: what the person changed there since is what they say. Empty where it stands there
 * no more, under its own question.
 */
export function answerIn(text: string, { steps }: Practice, id: string): string {
  const step = steps.find((each) => 'id' in each && each.id === id);
  const heading = step && headingOf(step);
  const lines = text.split('\n');
  const at = lines.findIndex((line) => line.trim() === heading);
  if (heading === undefined || at < 0) return '';
  const headings = steps.map(headingOf);
  const rest = lines.slice(at + 1);
  const end = rest.findIndex((line) => headings.includes(line.trim()));
  return rest
    .slice(0, end < 0 ? undefined : end)
    .join('\n')
    .trim();
}
