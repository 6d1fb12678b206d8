const shortest = 8;

/** Of a passphrase. Chosen: eight letters; what is written after that is the person's own business. */
export const isLongEnough = (typed: string): boolean => typed.trim().length >= shortest;
