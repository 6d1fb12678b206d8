/** The decks and practices, in the person's language: what a first screen does not need. */
import { englishLibrary } from './en/library.ts';
import type { Library } from './schema.ts';
import { spoken } from './spoken.ts';

/** English when we speak none of the languages asked for. */
export const libraryFor = (preferred: readonly string[]): Library =>
  spoken([englishLibrary], preferred);
