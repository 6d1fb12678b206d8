import { toBase64Url, type Bytes } from './bytes.ts';

/** Bytes of the AES-GCM tag that ends a sealed record. */
export const tagLength = 16;

/** The GCM tag: whoever holds the bytes can name their revision, so nobody's label is believed. */
export const revOf = (ct: Bytes): string => toBase64Url(ct.subarray(-tagLength));
