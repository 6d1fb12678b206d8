/** The names that stand on the wire. Each has one spelling, so that no row and no vault has two names. */
import { bytesAsText, count, text, tuple } from './shape.ts';

export const vaultName = bytesAsText(16, 'The public name of a vault.');
export const rowName = bytesAsText(16, 'The name of a row: to the relay it says nothing.');
export const revision = bytesAsText(16, 'The last 16 bytes of the ciphertext.');
export const mailName = bytesAsText(16, 'The secret name of a message in the mailbox.');
export const token = bytesAsText(
  32,
  'What opens one vault at one relay, or the wakes of one device.',
);

/** Epochs and the tokens of commits are the relay's own: whatever it draws, within measure. */
export const mark = text(/^[\w-]{1,64}$/, 'Drawn at random by the relay.');
export const witness = tuple(count, mark);

/** A code that the operator hands out. */
export const invite = text(/^[\x21-\x7e]{1,128}$/, 'An invite code.');
export const inviteHeader = 'Comma-Invite';
