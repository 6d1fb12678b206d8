import { JournalState } from '../features/journal/journal.svelte.ts';
import type { Comma } from './comma.svelte.ts';

/** The journal of one screen; apart from `Comma` so that a first screen does without. */
export const journalOf = ({ vault, ports, pauses }: Comma): JournalState =>
  new JournalState(vault, { shell: ports.shell, dayStart: () => pauses.rules.dayStart });
