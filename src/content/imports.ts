/** Settings of another program. */
import { imports } from './en/imports.ts';
import { inTongues } from './spoken.ts';

export const importsIn = inTongues(imports);
