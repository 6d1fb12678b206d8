/** A practice out of a pack: whether it holds together, and how Comma plays it. */
import { structureProblems } from '../../content/practice-structure.ts';
import type { Practice } from '../../content/practice.ts';
import { isPackDeckId } from '../../content/schema.ts';
import { speaksOfIntimacy, tellingWords } from '../../content/telling.ts';
import type { PackDeck, PackPractice } from './pack-schema.ts';
import { refusal, type Refusal } from './refusal.ts';
import { textsIn } from './texts-in.ts';

/** Its place is told from within the practice. */
export function practiceRefusal(
  practice: PackPractice,
  among: readonly PackPractice[],
  decks: readonly Pick<PackDeck, 'id' | 'area'>[],
): Refusal | null {
  const { title, about, area, steps } = practice;
  const whole = practiceOf(practice);
  const [problem] = structureProblems(whole);
  if (problem)
    return refusal(
      problem.what,
      problem.step === undefined ? [] : ['steps', problem.step],
      problem.of,
    );
  if (area !== 'intimacy') {
    const spoken = textsIn(practice).find(({ text }) => speaksOfIntimacy(text));
    if (spoken) return refusal('area', spoken.at);
  }
  const [telling] = [title, about].flatMap(tellingWords);
  if (whole.level === 2 && telling !== undefined)
    return refusal('tells', [], telling.toLowerCase());
  const named = (id: string): PackPractice | undefined => among.find((each) => each.id === id);
  for (const [n, step] of steps.entries()) {
    if (step.k === 'line' && isPackDeckId(step.deck)) {
      const deck = decks.find(({ id }) => id === step.deck);
      if (!deck || (deck.area === 'intimacy' && area !== 'intimacy'))
        return refusal('deck', ['steps', n]);
    }
    if (step.k !== 'card') continue;
    const card = named(step.of);
    if (card?.kind !== 'card' || (card.area === 'intimacy' && area !== 'intimacy'))
      return refusal('card', ['steps', n]);
  }
  const leads = (practice.next ?? []).map(named);
  if (leads.some((to) => !to || to === practice || (to.area === 'intimacy' && area !== 'intimacy')))
    return refusal('next', ['next']);
  return null;
}

/** A stranger's practice as Comma plays its own. Its privacy is never below what its subject has. */
export function practiceOf(practice: PackPractice): Practice {
  const { kind, area, level = 1, steps, here = [], shortest } = practice;
  const closed =
    level === 2 ||
    area === 'shame' ||
    area === 'intimacy' ||
    (kind === 'together' &&
      steps.some(
        (step) =>
          ['write', 'blanks', 'list', 'columns', 'seal'].includes(step.k) ||
          (step.k === 'beside' && step.shared !== undefined),
      ));
  return {
    ...practice,
    here,
    rows: [],
    level: closed ? 2 : 1,
    shortest: shortest ?? [...steps.keys()],
  };
}
