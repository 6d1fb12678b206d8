/** Practice packs as the screens have them: what was taken stands beside Comma's own. */
import { helpLines } from '../content/help-lines.ts';
import { libraryFor } from '../content/library.ts';
import { practicesFor } from '../content/practices.ts';
import type { Practice } from '../content/practice.ts';
import { PacksState, type Taken } from '../features/packs/packs.svelte.ts';
import type { KnownNames } from '../features/packs/read-pack.ts';
import type { Comma } from './comma.svelte.ts';

export const packsOf = ({ vault }: Comma): PacksState => new PacksState(vault);

/** Comma's own and those of packs. */
export const allPractices = ({ ports }: Comma, taken: Taken | null): readonly Practice[] => [
  ...practicesFor(ports.languages).practices,
  ...(taken?.practices.map(({ practice }) => practice) ?? []),
];

/** Who wrote it, for one of a pack. */
export const writerOf = (taken: Taken | null, id: string): string | undefined =>
  taken?.practices.find(({ practice }) => practice.id === id)?.by;

export function knownNames({ ports }: Comma): KnownNames {
  const decks = Object.values(libraryFor(ports.languages).decks);
  return {
    ours: [...practicesFor(ports.languages).practices, ...decks].map(({ title }) => title),
    helpLines: helpLines.map(({ name }) => name),
    helpNumbers: helpLines.flatMap(({ call }) => call ?? []),
  };
}
