/** Readers for numbers of unknown origin that lie between two limits, both included. */
import type { Read } from './read.ts';

export const readBetween =
  (least: number, most: number): Read<number> =>
  (value) =>
    typeof value === 'number' && value >= least && value <= most ? value : undefined;

export const readWhole =
  (least: number, most: number): Read<number> =>
  (value) =>
    Number.isInteger(value) ? readBetween(least, most)(value) : undefined;
