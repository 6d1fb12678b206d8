/** The journal. */
import { journal } from './en/journal.ts';
import { inTongues } from './spoken.ts';

export type JournalWords = typeof journal;
export const journalIn = inTongues(journal);
