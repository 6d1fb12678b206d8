/** The text of a file, in any of the ways that programs for tables write it. */
import { err, ok, type Result } from '../../../kernel/result.ts';
import { limits } from './limits.ts';
import type { Trouble } from './trouble.ts';

const starts = (bytes: Uint8Array, ...with_: readonly number[]): boolean =>
  with_.every((byte, at) => bytes[at] === byte);

/** Of the first bytes, enough to tell letters of two bytes from letters of one. */
const looked = 512;

/** Two bytes a letter leave every other byte of plain text zero. */
function encodingOf(bytes: Uint8Array): string {
  if (starts(bytes, 0xff, 0xfe)) return 'utf-16le';
  if (starts(bytes, 0xfe, 0xff)) return 'utf-16be';
  let [even, odd] = [0, 0];
  const head = bytes.subarray(0, looked);
  for (const [at, byte] of head.entries())
    if (byte === 0) {
      if (at % 2 === 0) even += 1;
      else odd += 1;
    }
  const many = head.length / 5;
  if (odd > many && even === 0) return 'utf-16le';
  if (even > many && odd === 0) return 'utf-16be';
  return 'utf-8';
}

/** Letters that cannot be told for certain are not guessed: a wrong one would be a changed word. */
export function textOfFile(bytes: Uint8Array): Result<string, Trouble> {
  if (bytes.length > limits.file) return err({ type: 'tooLarge' });
  let text: string;
  try {
    text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
  } catch {
    return err({ type: bytes.includes(0) ? 'notText' : 'encoding' });
  }
  if (text.includes('\0')) return err({ type: 'notText' });
  const plain = text.replace(/^\uFEFF/, '');
  return plain.trim() === '' ? err({ type: 'empty' }) : ok(plain);
}
