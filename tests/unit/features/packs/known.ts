/** Names that Comma itself goes by, few enough to see through. */
import type { KnownNames } from '#core/features/packs/pack-content.ts';

export const known: KnownNames = {
  ours: ['A truer line', 'Daily check-in'],
  helpLines: ['Samaritans', '988 Suicide & Crisis Lifeline', 'Lifeline'],
  helpNumbers: ['988', '116 123'],
};
