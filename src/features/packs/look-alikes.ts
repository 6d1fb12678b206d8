/** Names as a hurried eye has them, by Unicode's own table of what looks alike (UTS 39). */
import prototypes from 'unhomoglyph/data.json' with { type: 'json' };

/** Small capitals, which the table takes for letters of their own; Cyrillic small letters that look so lead to them. */
const small = new Map(
  ['ᴀa', 'ʙb', 'ᴅd', 'ᴇe', 'ɢg', 'ʜh', 'ᴊj', 'ĸk', 'ʟl', 'ʍm', 'ɴn', 'ᴘp', 'ʀr', 'ᴛt'].map(
    ([capital = '', letter = '']): [string, string] => [capital, letter],
  ),
);
const looks = new Map(Object.entries(prototypes));

/** What fonts tell apart least, once letters are small. */
const thin = /[i1|!]/g;

/** Empty for a name without letters. */
export const seenAs = (name: string): string => {
  const marked = name.normalize('NFKD').replaceAll(/\p{M}/gu, '');
  // Large letters pass for others than small ones do, so they are looked at as both.
  return lookOf(lookOf(marked).toLowerCase())
    .replaceAll(thin, 'l')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
};

const lookOf = (text: string): string =>
  Array.from(text, (letter) => {
    const look = looks.get(letter) ?? letter;
    return small.get(look) ?? look;
  }).join('');
