/** The one `Comma` of a page, handed to every screen by the mount that made it. */
import { getContext } from 'svelte';

import type { Comma } from './comma.svelte.ts';

const key = Symbol('comma');

/** For `mount(…, { context })`. */
export const contextOf = (comma: Comma): Map<symbol, Comma> => new Map([[key, comma]]);

export const useComma = (): Comma => getContext<Comma>(key);
