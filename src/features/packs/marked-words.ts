/** What a newer edition says otherwise, word by word. */
import { textsOfStep } from '../../content/practice-texts.ts';
import { keptWords, wordsOf } from '../../kernel/word-diff.ts';
import type { PackPractice } from './pack-schema.ts';

export interface Part {
  readonly text: string;
  readonly was: 'kept' | 'went' | 'came';
}

/** The text as it reads now, with what went standing before what came in its place. */
export function markedWords(before: string, after: string): readonly Part[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  const parts: Part[] = [];
  const add = (was: Part['was'], words: typeof old): void => {
    const text = words.map(({ space, word }) => space + word).join('');
    const last = parts.at(-1);
    if (text === '') return;
    if (last?.was === was) parts[parts.length - 1] = { was, text: last.text + text };
    else parts.push({ was, text });
  };
  let [o, n] = [0, 0];
  for (const [keptOld, keptNow] of [...keptWords(old, now), [old.length, now.length] as const]) {
    add('went', old.slice(o, keptOld));
    add('came', now.slice(n, keptNow));
    add('kept', now.slice(keptNow, keptNow + 1));
    [o, n] = [keptOld + 1, keptNow + 1];
  }
  return parts;
}

/** A text as it is read before anybody has answered: what repeats an answer is a gap. */
export const withGaps = (text: string): string => text.replaceAll(/\{\w+\}/g, '…');

const textsOf = ({ title, about, steps, aftercare = '' }: PackPractice): string[] =>
  [title, about, ...steps.flatMap(textsOfStep), aftercare].filter(Boolean).map(withGaps);

/** How far apart two wordings of one text may stand (chosen). */
const near = 6;
/** The least that two wordings of one text have in common, of the words of the longer one (chosen). */
const alike = 0.4;

/** Every text that came, went or reads otherwise, in the order in which they are read now; those that went stand last. */
export function changedTexts(
  before: PackPractice,
  after: PackPractice,
): readonly (readonly Part[])[] {
  const [old, now] = [textsOf(before), textsOf(after)];
  const gone = old.map((text, at) => ({ text, at })).filter(({ text }) => !now.includes(text));
  const came = now.map((text, at) => ({ text, at })).filter(({ text }) => !old.includes(text));
  const paired = new Set<number>();
  const marked = came.map(({ text, at }) => {
    const [same] = gone
      .filter((each) => !paired.has(each.at) && Math.abs(each.at - at) <= near)
      .map((each) => ({ ...each, share: shareOf(each.text, text) }))
      .filter(({ share }) => share >= alike)
      .sort((one, other) => other.share - one.share);
    if (!same) return [{ text, was: 'came' as const }];
    paired.add(same.at);
    return markedWords(same.text, text);
  });
  const went = gone.filter(({ at }) => !paired.has(at));
  return [...marked, ...went.map(({ text }) => [{ text, was: 'went' as const }])];
}

/** From 0 to 1. */
function shareOf(one: string, other: string): number {
  const [a, b] = [wordsOf(one), wordsOf(other)];
  return keptWords(a, b).length / Math.max(1, a.length, b.length);
}
