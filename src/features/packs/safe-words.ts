/** What a stranger's words may hold: words. Nothing that looks like something else, and nothing that leads away. */

export type WordTrouble =
  'control' | 'invisible' | 'piled' | 'mixed' | 'markup' | 'link' | 'blank' | 'garbled';

/** Scripts that are written together in one word: of Japanese, Chinese and Korean, and those with Latin (UTS 39). */
const together: readonly (readonly string[])[] = [
  ['Latin', 'Han', 'Hiragana', 'Katakana'],
  ['Latin', 'Han', 'Bopomofo'],
  ['Latin', 'Han', 'Hangul'],
];
/** Those with letters that pass for each other's, and those that are written together. */
const scripts = [
  ...['Latin', 'Cyrillic', 'Greek', 'Armenian', 'Georgian', 'Cherokee', 'Coptic', 'Hebrew'],
  ...['Arabic', 'Devanagari', 'Bengali', 'Gujarati', 'Telugu', 'Kannada', 'Malayalam', 'Thai'],
  ...['Lao', 'Myanmar', 'Lisu', 'Tifinagh', 'Canadian_Aboriginal', 'Vai', 'Bamum', 'Deseret'],
  ...['Osage', 'Gothic', 'Old_Italic', 'Glagolitic', 'Warang_Citi', 'Elbasan', 'Carian', 'Lycian'],
  ...['Han', 'Hiragana', 'Katakana', 'Bopomofo', 'Hangul'],
].map((name) => ({ name, letters: new RegExp(`\\p{Script=${name}}`, 'u') }));

/** Marks that turn what is read around, and line breaks: a text is one paragraph. */
const control = /[\p{Cc}\p{Zl}\p{Zp}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/u;
/** Nothing to be seen. The joiners of emoji and of scripts that need them are not among it. */
const invisible = /(?![\u200C\u200D])[\p{Cf}\p{Co}\p{Cn}]|[\u115F\u1160\u2800\u3164\uFFA0]/u;
/** A joiner has a letter that is not Latin, or a picture, on its left. */
const strayJoiner =
  /(?<![\p{M}\p{Extended_Pictographic}\u{1F3FB}-\u{1F3FF}]|(?!\p{Script=Latin})\p{L})[\u200C\u200D]/u;
/** More marks on one letter than any language writes (chosen). */
const piled = /\p{M}{5,}/u;
const markup = /<[a-z!/?]|&(?:#\w+|[a-z]+);|\]\(|\{\{/iu;
const link =
  /:\/\/|\bwww\.|\b(?:javascript|data|vbscript|mailto|tel|sms|file|blob):\S|\S@\S+\.\S|\b[\w-]+\.(?:com|org|net|info|biz|io|app|dev|me|co|uk|us|de|fr|eu|ru|cn|top|xyz|site|online|link|click|html?|php)\b/iu;

/** Null when it is fit to be shown. */
export function wordTrouble(text: string): WordTrouble | null {
  if (!text.isWellFormed()) return 'garbled';
  if (control.test(text)) return 'control';
  if (invisible.test(text) || strayJoiner.test(text)) return 'invisible';
  if (piled.test(text.normalize('NFD'))) return 'piled';
  if (text.trim() === '' || text !== text.trim()) return 'blank';
  // Wide or ligatured letters spell a link as well as plain ones.
  const plain = text.normalize('NFKC');
  if (markup.test(plain)) return 'markup';
  if (link.test(plain)) return 'link';
  if (plain.split(/[^\p{L}\p{M}]+/u).some(isMixed)) return 'mixed';
  return null;
}

function isMixed(word: string): boolean {
  const used = scripts.filter(({ letters }) => letters.test(word)).map(({ name }) => name);
  return used.length > 1 && !together.some((set) => used.every((name) => set.includes(name)));
}
