/** Set at build time in vite.config.ts. */

/** Where the PWA lives, with its port: the only page the extension speaks with. */
declare const __PWA_ORIGIN__: string;
declare const __EXTENSION_ID__: string;
/** Only in the extension's own builds: which browser this one is for. */
declare const __FIREFOX__: boolean;
