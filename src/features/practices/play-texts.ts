/** What a practice says to this person, and what they said: in a step, and in the journal afterwards. */
import type { Practice } from '../../content/practice.ts';
import {
  answerIds,
  type BesideStep,
  type Options,
  type Step,
} from '../../content/practice-steps.ts';
import { closedIds, listOf, sharedOf } from './shared.ts';
import { isShown, pickedAt, type Answer, type Answers, type Rated, type Sorted } from './play.ts';

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
export function besideText(
  { steps }: Practice,
  id: string,
  answers: Answers,
  saying: Saying,
): string {
  const whole = steps.find((step) => answerIds(step).includes(id));
  if (whole?.k === 'blanks')
    return whole.blanks.some((blank) => answers[blank.id] !== undefined)
      ? filledSentence(whole.sentence, answers)
      : '';
  if (!whole) return '';
  const answer = listed(whole, id, answers);
  return answer === undefined ? '' : written(answer, whole, saying);
}

/** An answer as it stands: a number of what was taken off its list since is no part of it. */
function listed(step: Step, id: string, answers: Answers): Answer | undefined {
  const answer = answers[id];
  if (step.k !== 'rate' || !Array.isArray(answer)) return answer;
  const there = [...Object.keys(step.items ?? {}), ...pickedAt(answers, step.from ?? '')];
  const rated = (answer as readonly Rated[]).filter(({ item }) => there.includes(item));
  return rated.length === 0 ? undefined : rated;
}

/** Whether anything was said in words of the person's own: that is what a journal keeps. */
export const hasWords = (practice: Practice, answers: Answers): boolean => {
  const closed = closedIds(practice);
  return practice.steps.some((step) => {
    if (step.k === 'beside') return sharedOf(practice, step, answers).length > 0;
    if ('id' in step && closed.has(step.id)) return false;
    if (step.k === 'blanks') return step.blanks.some(({ id }) => answers[id] !== undefined);
    const holdsWords = ['write', 'list', 'columns', 'sort', 'rate'].includes(step.k);
    return holdsWords && 'id' in step && answers[step.id] !== undefined;
  });
};

/** What was said to when the words may open again; undefined when nothing was. */
export function sealChoice({ steps }: Practice, answers: Answers): string | undefined {
  const seal = steps.find(({ k }) => k === 'seal');
  const [choice] = seal && 'id' in seal ? pickedAt(answers, seal.id) : [];
  return choice;
}

/** All that was answered, each under what was asked, as an entry keeps it. */
export function journalText(practice: Practice, answers: Answers, saying: Saying): string {
  const closed = closedIds(practice);
  return practice.steps
    .filter((step) => isShown(step, answers))
    .flatMap((step): string[] => {
      if (step.k === 'beside') {
        const lines = sharedLines(practice, step, answers, saying);
        const told = lines.map(({ thing, said }) => `${thing}\n${said.join('\n')}`);
        return told.length === 0 ? [] : [`${step.text}\n${told.join('\n')}`];
      }
      if ('id' in step && closed.has(step.id)) return [];
      if (step.k === 'blanks') {
        const any = step.blanks.some(({ id }) => answers[id] !== undefined);
        return any ? [filledSentence(step.sentence, answers)] : [];
      }
      if (!('id' in step)) return [];
      const answer = listed(step, step.id, answers);
      if (answer === undefined || step.k === 'seal') return [];
      const ask = step.without ?? filled(step.ask, undefined, practice, answers, saying);
      return [`${ask}\n${written(answer, step, saying)}`];
    })
    .join('\n\n');
}

/** One thing that two people share, and what each of them said of it. */
export interface SharedLine {
  readonly thing: string;
  readonly said: readonly string[];
}

export function sharedLines(
  practice: Practice,
  step: BesideStep,
  answers: Answers,
  saying: Saying,
): readonly SharedLine[] {
  const list = listOf(practice, step.left.id);
  if (!list) return [];
  return sharedOf(practice, step, answers).map(({ item, left, right }) => ({
    thing: label(list.items ?? {}, item),
    said: [
      `${filled(step.left.label, undefined, practice, answers, saying)}${said(left, list, saying)}`,
      `${filled(step.right.label, undefined, practice, answers, saying)}${said(right, list, saying)}`,
    ],
  }));
}

function written(answer: Answer, step: Step, saying: Saying): string {
  if (typeof answer === 'string') return answer.trim();
  if (typeof answer === 'number') return saying.scale(answer, step.k === 'scale' ? step.top : 10);
  const lines = answer.map((each) => {
    if (typeof each === 'string') return wordFor(each, step, saying);
    if (!('item' in each)) return each.map((side) => side.trim()).join(' → ');
    const named = 'items' in step ? label(step.items ?? {}, each.item) : each.item;
    return `${named}${said(each, step, saying)}`;
  });
  return lines.join(isInLines(step) ? '\n' : ', ');
}

const isInLines = ({ k }: Step): boolean => ['list', 'columns', 'sort', 'rate'].includes(k);

/** What somebody said of one of several things. */
function said(each: Sorted | Rated, step: Step, saying: Saying): string {
  if ('value' in each) return `: ${saying.scale(each.value, step.k === 'rate' ? step.top : 10)}`;
  const { into, side, note } = each;
  const { sides = {}, into: places = {} } = step.k === 'sort' ? step : {};
  const of = side === undefined ? '' : `, ${label(sides, side)}`;
  return `${of}: ${label(places, into)}${note ? ` (${note})` : ''}`;
}
