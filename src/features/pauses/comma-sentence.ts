/** The Comma: a sentence that ended goes on. Any script, whatever marks and quotes the person typed. */

/** What may end a sentence, in the scripts that have marks of their own. */
const stops = '.!?…。！？｡．؟۔।॥։。';
const commas = ',;:،؛、，；：–—\\-';
/** What may stand behind the last stop without being part of the words. */
const closers = '"\'”’»›)\\]』」）';

const ending = new RegExp(
  `(?:[\\s${stops}${commas}${closers}]|\\p{Extended_Pictographic}|\\p{Emoji_Modifier}|\\u200d|\\ufe0f)+$`,
  'u',
);
const closer = new RegExp(`[${closers}]`, 'u');
const opened = /^["'“‘„«‹([『「（\s]+/u;

/** Nothing but marks or pictures: there is no sentence to go on with, and nothing to take away. */
const isWordless = (sentence: string): boolean => sentence.replace(ending, '') === '';

/** The words as far as they go, without what ended them. */
export function unfinished(sentence: string): string {
  const whole = sentence.trim();
  if (isWordless(whole)) return whole;
  const words = whole.replace(ending, '');
  const [closed = ''] = closer.exec(whole.slice(words.length)) ?? [];
  if (closed === '') return words;
  // Quotes around the whole sentence go together; a quote inside it keeps its partner.
  const bare = words.replace(opened, '');
  return bare !== words && !closer.test(bare) ? bare : words + closed;
}

/** The comma of the script the words end in. */
function commaFor(words: string): string {
  const last = words.match(/\p{Letter}/gu)?.at(-1) ?? '';
  if (/[\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}]/u.test(last)) return '،';
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(last)) return '、';
  if (/\p{Script=Han}/u.test(last)) return /[\u3040-\u30ff]/u.test(words) ? '、' : '，';
  return ',';
}

/** The sentence with a comma where its end was; what has no words stays as it is. */
export function soften(sentence: string): string {
  const words = unfinished(sentence);
  return isWordless(words) ? words : words + commaFor(words);
}

/** The whole sentence as it goes on, with one comma and one end. Without an ending it waits, softened. */
export function continued(sentence: string, rest: string): string {
  const softened = soften(sentence);
  const more = rest.trim().replace(new RegExp(`^[\\s${commas}]+`, 'u'), '');
  if (softened === '' || more === '') return softened || more;
  const wide = /[、，]$/u.test(softened);
  const closed = new RegExp(`[${stops}][${closers}]*$`, 'u').test(more);
  return `${softened}${wide ? '' : ' '}${more}${closed ? '' : wide ? '。' : '.'}`;
}
