import { libraryFor } from '../content/library.ts';
import type { Library } from '../content/schema.ts';
import { DecksState } from '../features/practices/decks.svelte.ts';
import type { Comma } from './comma.svelte.ts';

/** The long texts, and the person's hand over them; apart from `Comma` so that a first screen does without. */
export function decksOf({ vault, ahead, ports }: Comma): { library: Library; decks: DecksState } {
  const library = libraryFor(ports.languages);
  return { library, decks: new DecksState(vault, ahead, library) };
}
