/** What either side of the wire takes at most. Each number is chosen, and part of the protocol. */

/** Rows in one page or push: about two thirds of a megabyte of usual ones. */
export const mostRows = 1_000;
/** Bytes of ciphertext in one page (sync design, §3.6); a single longer row still travels alone. */
export const pageBytes = 1_000_000;
/** Bytes of one sealed record: years of typing in a single entry stay below. */
export const longestRow = 8 * 2 ** 20;
/** Bytes of one sealed record: a version, an iv and a tag are more. */
export const shortestRow = 17;
/** Bytes of the JSON in front of the ciphertexts. */
export const longestHead = 128 * 2 ** 10;
/** Bytes of a pairing message in the mailbox, and milliseconds that it waits there (sync design, §3.8). */
export const longestMail = 4 * 2 ** 10;
export const mailWaits = 10 * 60_000;
/** Devices of one vault that are woken, wakes of one device, and how far ahead, in milliseconds. */
export const mostDevices = 10;
export const mostWakes = 64;
export const longestWait = 14 * 24 * 3_600_000;
/** Bytes of a device's subscription with its wakes. */
export const longestWakes = 8 * 2 ** 10;
/** Bytes of a question that carries no rows. */
export const longestQuestion = 1_024;
/** Bytes of a whole push, its conflicts, or a page. */
export const longestBody = 4 + longestHead + longestRow;
