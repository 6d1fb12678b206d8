/**
 * What a vault needs only to write: editing records, packing and sealing them. A first screen only reads,
 * so pages fetch this with the first change; the words themselves need `body-text.ts` as well.
 */
import { sealDraft } from './seal-draft.ts';
import type { Writing } from './setup.ts';
import { writeChanges } from './write-changes.ts';

export const writing: Writing = { sealDraft, writeChanges };
