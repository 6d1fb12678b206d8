/** Practice packs as the screens have them: what was taken stands beside Comma's own. */
import { helpLines } from '../content/help-lines.ts';
import { libraryFor } from '../content/library.ts';
import { practicesFor } from '../content/practices.ts';
import type { Area, Practice } from '../content/practice.ts';
import type { Step } from '../content/practice-steps.ts';
import { deckIds, isPackDeckId, type Library } from '../content/schema.ts';
import { tidyPractice, type PackDraft } from '../features/packs/draft.ts';
import { DraftsState } from '../features/packs/drafts.svelte.ts';
import type { KnownNames } from '../features/packs/pack-content.ts';
import { practiceOf } from '../features/packs/pack-practice.ts';
import { PacksState } from '../features/packs/packs.svelte.ts';
import type { Taken } from '../features/packs/taken.ts';
import type { ListedDeck } from '../features/practices/decks.svelte.ts';
import { allSaved } from '../vault/autosave.ts';
import type { Comma } from './comma.svelte.ts';

export const packsOf = ({ vault }: Comma): PacksState => new PacksState(vault);

/** Without what belongs to an area that is off: it is neither listed nor changed, and comes back with its area. */
export const takenWelcome = (taken: Taken, welcome: readonly Area[]): Taken => ({
  ...taken,
  practices: taken.practices.filter(({ practice }) => welcome.includes(practice.area)),
  decks: taken.decks.filter(({ area }) => welcome.includes(area)),
  lines: taken.lines.filter(({ deck }) =>
    taken.decks.every(({ id, area }) => id !== deck || welcome.includes(area)),
  ),
});

/** Comma's own and those of packs. */
export const allPractices = ({ ports }: Comma, taken: Taken | null): readonly Practice[] => [
  ...practicesFor(ports.languages).practices,
  ...(taken?.practices.map(({ practice }) => practice) ?? []),
];

/** Comma's own decks and those of packs, each of these with where it is from. */
export function allDecks(
  library: Library,
  taken: Taken | null,
  welcome: readonly Area[],
  from: (by: string, pack?: string) => string,
): readonly (ListedDeck & { readonly isPrivate: boolean })[] {
  const titleOf = (name: string): string | undefined =>
    taken?.packs.find((pack) => pack.name === name)?.title;
  return [
    ...deckIds.map((id) => ({ ...library.decks[id], isPrivate: false })),
    ...(taken?.decks ?? [])
      .filter(({ area }) => welcome.includes(area))
      .map(({ id, title, about, level, by, pack }) => ({
        ...{ id, title, about, from: from(by, titleOf(pack)), isPrivate: level === 2 },
      })),
  ];
}

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
  const pack = drafts?.find((each) => each.id === draft);
  const written = pack?.practices.find((each) => each.id === id);
  if (!pack || !written) return undefined;
  const tried = practiceOf(tidyPractice(written));
  // A deck that is being written is in no record yet, so its first line is said.
  const steps = tried.steps.map((step): Step => {
    if (step.k !== 'line' || !isPackDeckId(step.deck)) return step;
    const { deck, ...rest } = step;
    const text = pack.lines.find((line) => line.deck === deck)?.text ?? '';
    return { ...rest, k: 'say', text };
  });
  return { ...tried, steps, id: 'try', traceless: true };
}

/** After whatever is being saved: who leaves and comes straight back meets what was just typed. */
export async function savedDraft(drafts: DraftsState, id: string): Promise<PackDraft | null> {
  await allSaved();
  return drafts.read(id);
}
