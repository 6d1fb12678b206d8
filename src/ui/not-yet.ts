/** Keeps the place of a line until it is known. */
export const notYet = '\u00a0';
