import type { Step } from '#core/content/practice-steps.ts';
import type { Answer, PlayMove } from '#core/features/practices/play.ts';

/** Moves that answer a step, whatever it asks. */
export function somethingFor(step: Step): PlayMove[] {
  if (step.k === 'blanks')
    return step.blanks.map(({ id }) => ({ type: 'answer', id, answer: `something for ${id}` }));
  if (!('id' in step)) return [];
  return [{ type: 'answer', id: step.id, answer: answerFor(step) }];
}

function answerFor(step: Extract<Step, { readonly id: string }>): Answer {
  switch (step.k) {
    case 'pick':
    case 'guess':
      return Object.keys(step.options).slice(0, 1);
    case 'feelings':
      return ['tense', 'a word of mine'].slice(0, step.most);
    case 'weather':
      return ['foggy'];
    case 'body':
      return ['chest'];
    case 'seal':
      return ['tomorrow'];
    case 'scale':
      return step.top / 2;
    case 'write':
      return 'Words of mine.';
    case 'date':
      return '2026-12-24';
    case 'list':
      return ['one', 'two'].slice(0, step.most);
    case 'columns':
      return [['left', 'right']];
    case 'rate':
      return [{ item: Object.keys(step.items ?? {})[0] ?? 'one', value: 7 }];
    case 'sort':
      return [
        { item: Object.keys(step.items ?? {})[0] ?? 'mine', into: Object.keys(step.into)[0] ?? '' },
      ];
  }
}
