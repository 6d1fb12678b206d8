/**
 * What Yjs logs by, in the place of lib0's module of this name: that one brings a styled console and everything it
 * draws with to every first written word and to the worker, and could print what a person wrote.
 */
export const BOLD = '';
export const UNBOLD = '';
export const ORANGE = '';
export const RED = '';

/** Yjs changes a client id that two clients use, and goes on. */
export const print = (): void => undefined;

export function warn(message: string): void {
  console.warn(message);
}
