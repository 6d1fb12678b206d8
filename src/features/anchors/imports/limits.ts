/** How much of a file is read before it is no diary any more (reference E). */
export const limits = {
  rows: 100_000,
  /** Of all tables in one zip (chosen: thirty years of thirty habits are a third of it). */
  allRows: 1_000_000,
  /** Letters of one cell. */
  text: 1_000_000,
  /** Cells of one row (chosen: a night measured every ten seconds). */
  cells: 20_000,
  /** Bytes of a file of text (chosen: ten years with measurements are a tenth of it). */
  file: 100_000_000,
  zip: 500_000_000,
  /** Bytes that come out of one byte. */
  ratio: 200,
  /** Files in a zip (chosen: a thousand habits with three files each). */
  entries: 5_000,
} as const;
