/** Practice packs as the screens have them: what was taken stands beside Comma's own. */
import { helpLines } from '../content/help-lines.ts';
import { libraryFor } from '../content/library.ts';
import { practicesFor } from '../content/practices.ts';
import type { Area, Practice } from '../content/practice.ts';
import { tidyPractice, type PackDraft } from '../features/packs/draft.ts';
import { DraftsState } from '../features/packs/drafts.svelte.ts';
import { practiceOf } from '../features/packs/pack-practice.ts';
import { PacksState, type Taken } from '../features/packs/packs.svelte.ts';
import type { KnownNames } from '../features/packs/read-pack.ts';
import { allSaved } from '../vault/autosave.ts';
import type { Comma } from './comma.svelte.ts';

export const packsOf = ({ vault }: Comma): PacksState => new PacksState(vault);

/** Without what belongs to an area that is off: it is neither listed nor changed, and comes back with its area. */
export const takenWelcome = (taken: Taken, welcome: readonly Area[]): Taken => ({
  ...taken,
  practices: taken.practices.filter(({ practice }) => welcome.includes(practice.area)),
});

/** Comma's own and those of packs. */
export const allPractices = ({ ports }: Comma, taken: Taken | null): readonly Practice[] => [
  ...practicesFor(ports.languages).practices,
  ...(taken?.practices.map(({ practice }) => practice) ?? []),
];

/** Who wrote those that Comma did not, by their ids. */
export const writersOf = (taken: Taken | null): ReadonlyMap<string, string> =>
  new Map(taken?.practices.map(({ practice, by }) => [practice.id, by]));

export function knownNames({ ports }: Comma): KnownNames {
  const decks = Object.values(libraryFor(ports.languages).decks);
  return {
    ours: [...practicesFor(ports.languages).practices, ...decks].map(({ title }) => title),
    helpLines: helpLines.map(({ name }) => name),
    helpNumbers: helpLines.flatMap(({ call }) => call ?? []),
  };
}

export const draftsOf = ({ vault }: Comma): DraftsState => new DraftsState(vault);

/** A practice as it would be played, out of a pack that is being written. */
export function triedOf(
  drafts: readonly PackDraft[] | null,
  draft: string,
  id: string,
): Practice | undefined {
  const written = drafts
    ?.find((each) => each.id === draft)
    ?.practices.find((each) => each.id === id);
  return written && { ...practiceOf(tidyPractice(written)), id: 'try', traceless: true };
}

/** After whatever is being saved: who leaves and comes straight back meets what was just typed. */
export async function savedDraft(drafts: DraftsState, id: string): Promise<PackDraft | null> {
  await allSaved();
  return drafts.read(id);
}
