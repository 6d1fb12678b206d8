/** What a practice says, for whoever checks it: the same texts that a person reads, in their order. */
import type { Options, Step } from './practice-steps.ts';
import type { Practice } from './practice.ts';

export function textsOfPractice(practice: Practice): string[] {
  const { title, about, aftercare, steps, versions = {} } = practice;
  return [
    title,
    about,
    ...steps.flatMap(textsOfStep),
    ...Object.values(versions),
    ...(aftercare === undefined ? [] : [aftercare]),
  ];
}

/** Words that are chosen by an id, which nobody reads. */
const optionsOf = (step: Step): readonly Options[] => [
  ...('options' in step ? [step.options] : []),
  ...(step.k === 'sort' ? [step.into, step.items ?? {}, step.sides ?? {}] : []),
  ...(step.k === 'rate' ? [step.items ?? {}] : []),
];

/** Names of the fields that hold a sentence or a few words. */
const spoken = [
  'heading',
  'text',
  'ask',
  'without',
  'hint',
  'half',
  'low',
  'high',
  'left',
  'right',
  'note',
  'sentence',
  'answer',
] as const;

export function textsOfStep(step: Step): string[] {
  const fields: Readonly<Record<string, unknown>> = { ...step };
  const plain = spoken.map((name) => fields[name]).filter((text) => typeof text === 'string');
  const more =
    step.k === 'blanks'
      ? step.blanks.flatMap(({ hint, starters = [] }) => [hint, ...starters])
      : step.k === 'beside'
        ? [step.left.label, step.right.label]
        : step.k === 'write'
          ? (step.starters ?? [])
          : [];
  return [...plain, ...optionsOf(step).flatMap((options) => Object.values(options)), ...more];
}
