/** What a practice says to this person, and what they said: in a step, and in the journal afterwards. */
import type { Practice } from '../../content/practice.ts';
import { answerIds, type Options, type Step } from '../../content/practice-steps.ts';
import { isShown, pickedAt, type Answer, type Answers, type Sorted } from './play.ts';

/** How one of two people is called: spoken to, spoken of, and spoken of where a sentence begins. One name is all three. */
export interface Called {
  readonly to: string;
  readonly of: string;
  readonly begins: string;
}

/** What somebody gave as their name, or else words that fit whoever it is. */
export const calledBy = (name: string, otherwise: Called): Called => {
  const given = name.trim();
  return given === '' ? otherwise : { to: given, of: given, begins: given };
};

/** Words of the player's own that answers need, and what the two people are called. */
export interface Saying {
  /** Words behind the ids of a weather, a place in the body, a feeling. */
  readonly wordOf: (id: string) => string;
  readonly scale: (value: number, top: number) => string;
  readonly people?: { readonly A: Called; readonly B: Called };
}

/** The text with each `{id}` replaced by its answer; `without` when one of them has none. */
export function filled(
  text: string,
  without: string | undefined,
  practice: Practice,
  answers: Answers,
  saying: Saying,
): string {
  const missing: string[] = [];
  const said = text.replaceAll(/\{(\w+)\}/g, (gap, id: string, at: number) => {
    if (saying.people && (id === 'A' || id === 'B'))
      return calledIn(saying.people[id], text.slice(0, at), text.slice(at + gap.length));
    const answer = answers[id];
    const step = practice.steps.find((each) => 'id' in each && each.id === id);
    if (answer === undefined) missing.push(id);
    return answer === undefined ? '' : shortly(answer, step, saying);
  });
  return missing.length === 0 ? said : (without ?? said.trim());
}

/** In which way the words around speak to somebody, or of them. */
function calledIn({ to, of, begins }: Called, before: string, after: string): string {
  if (!/(^|[.?!] )$/.test(before)) return of;
  return /^[,:]/.test(after) ? to : begins;
}

/** An answer inside a sentence. */
function shortly(answer: Answer, step: Step | undefined, saying: Saying): string {
  if (typeof answer === 'string') return answer.trim().replace(/[.]+$/, '');
  if (typeof answer === 'number') return String(answer);
  return answer
    .map((each) => (typeof each === 'string' ? wordFor(each, step, saying) : ''))
    .join(', ');
}

function wordFor(id: string, step: Step | undefined, saying: Saying): string {
  if (step && 'options' in step) return label(step.options, id);
  return step?.k === 'list' ? id : saying.wordOf(id);
}

/** An id that no option has is a word of the person's own. */
const label = (options: Options, id: string): string =>
  Object.hasOwn(options, id) ? (options[id] ?? id) : id;

/** The sentence with its gaps filled; an empty gap is a line to write on. */
export const filledSentence = (sentence: string, answers: Answers): string =>
  sentence
    .replaceAll(/\{(\w+)\}/g, (_, id: string) => {
      const answer = answers[id];
      return typeof answer === 'string' && answer.trim() !== '' ? answer.trim() : '…';
    })
    // Four dots in a row are a slip of the pen.
    .replaceAll('….', '…');

/** What was answered there, as it stands beside something else: the gap of a sentence brings the whole of it. */
export function besideText({ steps }: Practice, id: string, answers: Answers): string {
  const whole = steps.find((step) => answerIds(step).includes(id));
  if (whole?.k === 'blanks')
    return whole.blanks.some((blank) => answers[blank.id] !== undefined)
      ? filledSentence(whole.sentence, answers)
      : '';
  const answer = answers[id];
  return typeof answer === 'string' ? answer : '';
}

/** Whether anything was said in words of the person's own: that is what a journal keeps. */
export const hasWords = ({ steps }: Practice, answers: Answers): boolean =>
  steps.some((step) => {
    if (step.k === 'blanks') return step.blanks.some(({ id }) => answers[id] !== undefined);
    const holdsWords = ['write', 'list', 'columns', 'sort'].includes(step.k);
    return holdsWords && 'id' in step && answers[step.id] !== undefined;
  });

/** What was said to when the words may open again; undefined when nothing was. */
export function sealChoice({ steps }: Practice, answers: Answers): string | undefined {
  const seal = steps.find(({ k }) => k === 'seal');
  const [choice] = seal && 'id' in seal ? pickedAt(answers, seal.id) : [];
  return choice;
}

/** All that was answered, each under what was asked, as an entry keeps it. */
export function journalText(practice: Practice, answers: Answers, saying: Saying): string {
  return practice.steps
    .filter((step) => isShown(step, answers))
    .flatMap((step): string[] => {
      if (step.k === 'blanks') {
        const any = step.blanks.some(({ id }) => answers[id] !== undefined);
        return any ? [filledSentence(step.sentence, answers)] : [];
      }
      if (!('id' in step)) return [];
      const answer = answers[step.id];
      if (answer === undefined || step.k === 'seal') return [];
      const ask = step.without ?? filled(step.ask, undefined, practice, answers, saying);
      return [`${ask}\n${written(answer, step, saying)}`];
    })
    .join('\n\n');
}

function written(answer: Answer, step: Step, saying: Saying): string {
  if (typeof answer === 'string') return answer.trim();
  if (typeof answer === 'number') return saying.scale(answer, step.k === 'scale' ? step.top : 10);
  const lines = answer.map((each) => {
    if (typeof each === 'string') return wordFor(each, step, saying);
    if (!isSorted(each)) return each.map((side) => side.trim()).join(' → ');
    const { item, into, note } = each;
    const named = step.k === 'sort' ? label(step.items ?? {}, item) : item;
    const place = step.k === 'sort' ? label(step.into, into) : into;
    return `${named}: ${place}${note ? ` (${note})` : ''}`;
  });
  return lines.join(step.k === 'list' || step.k === 'columns' || step.k === 'sort' ? '\n' : ', ');
}

const isSorted = (each: Sorted | readonly [string, string]): each is Sorted => 'item' in each;
