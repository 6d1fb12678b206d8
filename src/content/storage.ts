/** When writing stopped. */
import { storage } from './en/storage.ts';
import { inTongues } from './spoken.ts';

export const storageIn = inTongues(storage);
