/**
 * What Yjs logs by, in the place of lib0's module of this name: that one brings a styled console and everything it
 * draws with to every first written word and to the worker, and could print what a person wrote.
 */
export const BOLD = '';
export const UNBOLD = '';
export const ORANGE = '';
export const RED = '';

/** What Yjs warns of is for whoever develops with it; it goes on by itself. */
export const print = (): void => undefined;
export const warn = (): void => undefined;
