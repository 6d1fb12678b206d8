/** Words that would tell a bystander what it is about. */

const ofIntimacy = String.raw`sex\w*|arous\w*|desire\w*|erotic\w*|intima\w*|kink\w*|fantas\w*|orgasm\w*|libido`;

/**
 * What a title or an address that others may see never names. Whole words and their kin: a bystander reads
 * `A kinder ending`, not what it is about.
 */
const telling = new RegExp(
  String.raw`\b(?:${ofIntimacy}|sham\w*|asham\w*|abus\w*|trauma\w*|consent\w*|coerc\w*|violen\w*|partners?|affairs?|infidel\w*|crisis|suicid\w*|panic\w*|therap\w*)\b`,
  'iu',
);

/** What belongs behind the area of that name, wherever it is said; an everyday word that may mean it is not here. */
const intimate = /\b(?:sex|sexual\w*|erotic\w*|kink\w*|orgasm\w*|libido|arousal)\b/iu;

export const tellingWords = (text: string): string[] => telling.exec(text)?.slice(0, 1) ?? [];

export const speaksOfIntimacy = (text: string): boolean => intimate.test(text);
