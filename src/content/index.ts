/**
 * What every screen says, in the person's language; `library.ts` has the long texts. A new language is a
 * folder beside `en` and a line in both.
 */
import { english } from './en/index.ts';
import type { Content } from './schema.ts';
import { spoken } from './spoken.ts';

/** English when we speak none of the languages asked for. */
export const contentFor = (preferred: readonly string[]): Content => spoken([english], preferred);
