import { invite } from '../sync/protocol/names.ts';

/** Undefined for what no relay hands out. */
export const readInvite = (text: string): string | undefined => invite.read(text.trim());
