/** Prompts that reach a phone while Comma is closed. */
import { phone } from './en/phone.ts';
import { inTongues } from './spoken.ts';

export type PhoneWords = typeof phone;
export const phoneIn = inTongues(phone);
