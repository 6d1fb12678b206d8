/** The relay's only look at a clock: epoch milliseconds. */
export const wall = (): number => Date.now();
/** Milliseconds that only ever rise, for durations. */
export const mono = (): number => performance.now();
