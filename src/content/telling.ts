/** Words that would tell a bystander what it is about. Whoever writes a pack may write in any language: all of them are looked for. */
import { telling as english } from './en/telling.ts';

const tongues: readonly (typeof english)[] = [english];

/** Any of them as a whole word. Languages that write no spaces have to name theirs with a `*` on both sides. */
export const anyOf = (words: readonly string[]): RegExp =>
  new RegExp(words.map(wordPattern).join('|'), 'iu');

const inside = String.raw`[\p{L}\p{M}\p{N}_]`;

function wordPattern(word: string): string {
  const said = word.replaceAll('*', '').replaceAll(/[^\p{L}\p{M}\p{N}]/gu, String.raw`\$&`);
  const before = word.startsWith('*') ? '' : `(?<!${inside})`;
  const after = word.endsWith('*') ? `${inside}*` : `(?!${inside})`;
  return `${before}${said}${after}`;
}

const telling = anyOf(tongues.flatMap((each) => each.telling));
const intimate = anyOf(tongues.flatMap((each) => each.intimate));

/** However wide or ligatured the letters are. */
const plain = (text: string): string => text.normalize('NFKC');

/** The first of them, or none. */
export const tellingWords = (text: string): string[] =>
  telling.exec(plain(text))?.slice(0, 1) ?? [];

export const speaksOfIntimacy = (text: string): boolean => intimate.test(plain(text));
