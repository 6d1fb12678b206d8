import { toBase64Url, type Bytes } from './bytes.ts';

/** Where randomness comes from: the system's in the product, a seeded one in tests. */
export type Random = (length: number) => Bytes;

export const systemRandom: Random = (length) => crypto.getRandomValues(new Uint8Array(length));

/** 96 bits: two devices never meet on one id by chance. */
export const createId = (random: Random): string => toBase64Url(random(12));

/** Marks who wrote a field in this run of the app; never identifies a device (sync design, §3.1). */
export const createTie = (random: Random): string => toBase64Url(random(6));
