import type { Random } from '../../../kernel/random.ts';

/** Of RFC 9562, version 4: 122 bits of chance. */
export function createUuid(random: Random): string {
  const hex = Array.from(random(16), (byte, at) => {
    const marked = at === 6 ? (byte & 0x0f) | 0x40 : at === 8 ? (byte & 0x3f) | 0x80 : byte;
    return marked.toString(16).padStart(2, '0');
  }).join('');
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
