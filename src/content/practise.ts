/** The practices and decks. */
import { practise } from './en/practise.ts';
import { inTongues } from './spoken.ts';

export type PractiseWords = typeof practise;
export const practiseIn = inTongues(practise);
