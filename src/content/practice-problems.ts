/** Every way in which practices are not what the player and a person rely on. */
import { isHinted, isLedTo } from './may-follow.ts';
import { answerIds } from './practice-steps.ts';
import {
  longest,
  mostMinutes,
  repeated,
  structureProblems,
  type StructureProblem,
} from './practice-structure.ts';
import { textsOfPractice } from './practice-texts.ts';
import type { Practice } from './practice.ts';
import { tellingWords } from './telling.ts';

/** The last row of the practice guides. */
const lastRow = 100;

/** Empty when all is well. */
export function practiceProblems(practices: readonly Practice[]): string[] {
  const ids = practices.map(({ id }) => id);
  return [
    ...repeated(ids).map((id) => `${id}: used twice`),
    ...repeated(practices.map(({ title }) => title)).map((title) => `said twice: ${title}`),
    ...practices.flatMap((practice) =>
      [...aboutIt(practice), ...aboutParts(practice), ...aboutOthers(practice, practices)].map(
        (problem) => `${practice.id}: ${problem}`,
      ),
    ),
  ];
}

function aboutIt(practice: Practice): string[] {
  const { id, kind, title, about, rows, level, area, minutes, steps, here } = practice;
  const problems: string[] = [];
  const hold = (fine: boolean, problem: string): void => {
    if (!fine) problems.push(problem);
  };
  hold(/^[a-z]+(-[a-z]+)*$/.test(id), 'an id is small letters and hyphens');
  hold(title.length <= longest.title, 'its title is long');
  hold(
    about.length <= longest.about && /^\p{Lu}[^.!?]*[.?]$/u.test(about),
    'about is one sentence',
  );
  hold(rows.length > 0 && rows.every((row) => row >= 1 && row <= lastRow), 'its rows');
  hold(minutes > 0 && minutes <= mostMinutes, 'its minutes');
  hold(new Set(here).size === here.length, 'a "here" twice');
  const shown = [title, about, id.replaceAll('-', ' ')];
  if (level === 2 || area === 'intimacy') {
    const told = shown.slice(level === 2 ? 0 : 2).flatMap(tellingWords);
    hold(told.length === 0, `its title, about and id tell too much: ${told.join(', ')}`);
  }
  hold(area !== 'intimacy' || level > 0, 'nothing hints at intimacy: its level is 1 or 2');
  hold(
    kind !== 'together' ||
      level === 2 ||
      steps.every(({ k }) => !['write', 'blanks', 'list', 'columns', 'seal'].includes(k)),
    'what two people write is level 2',
  );
  hold(
    !practice.traceless || steps.every((step) => answerIds(step).length === 0),
    'asks, though nothing of it may be kept',
  );
  if (kind === 'card') {
    hold((practice.next ?? []).length > 0, 'a card ends in something to do: next');
    hold((practice.sources ?? []).length > 0, 'a card names its source');
  }
  const asked = steps.flatMap(answerIds);
  const reread = [
    ...Object.keys(practice.versions ?? {}),
    ...Object.values(practice.page ?? {}),
    ...Object.entries(practice.again ?? {}).flat(),
  ];
  for (const of of reread) hold(asked.includes(of), `${of}: nothing is asked by that name`);
  hold(
    !(practice.versions ?? practice.page) || steps.every(({ k }) => k !== 'blanks'),
    'what is read again out of an entry has a question of its own',
  );
  for (const { readOn, url } of practice.sources ?? []) {
    hold(/^\d{4}-\d{2}-\d{2}$/.test(readOn), 'a source is read on a plain date');
    hold(url === undefined || url.startsWith('https://'), 'a source is an https address');
  }
  for (const text of textsOfPractice(practice)) {
    hold(text === text.trim() && text !== '', `blank at an end: ${text}`);
    hold(!/['"]/.test(text), `straight quotes: ${text}`);
    hold(!/!/.test(text), `an exclamation mark: ${text}`);
    hold(!/<|https?:/.test(text), `markup or an address: ${text}`);
  }
  return problems;
}

/** For whoever writes for Comma. */
const sentences: Readonly<Record<StructureProblem['what'], (of: string) => string>> = {
  noStep: () => 'no step',
  noShortest: () => 'no shortest version',
  shortestOrder: () => 'the shortest version names steps that are there, in their order',
  shortestNeeds: () => 'the shortest version leaves out what one of its steps depends on',
  needsTurns: () => 'two people need turns',
  strayTurns: () => 'turns are for two people',
  strayNames: () => '{A} and {B} are two people',
  cardBegins: () => 'a card begins with a page or a guess',
  twice: (id) => `step ${id}: twice`,
  beforeAfter: () => 'before and after come together',
  beforeAfterScale: () => 'before and after are the same scale, and say which way feels better',
  noId: (id) => `${id} is no id`,
  when: (id) => `when ${id} is what?`,
  gaps: () => 'the gaps of its sentence are its blanks, in order',
  unanswered: (id) => `{${id}} is not answered before it`,
  without: () => 'says nothing without what it repeats',
  gapInWithout: () => 'repeats an answer in `without`, too',
  words: (count) => `${count} words`,
  letters: (count) => `${count} letters`,
  breaths: () => 'its breaths',
  shortBreaths: () => 'its short breaths',
  seconds: () => 'its seconds',
  shortSeconds: () => 'its short seconds',
  most: () => 'its most',
  ends: () => 'ends what it does not offer',
  better: () => 'better than what?',
  onePlace: () => 'sorted into one place',
  noThings: () => 'nothing to sort or to rate',
  noList: () => 'a list that is not before it',
  sides: () => 'two sides at least, of things that are there',
  beside: (id) => `${id} beside what?`,
  shared: (id) => `${id}: two people share what both sorted and both said yes to, hand to hand`,
};

const aboutParts = (practice: Practice): string[] =>
  structureProblems(practice).map(({ what, step, of = '' }) =>
    step === undefined ? sentences[what](of) : `step ${step}: ${sentences[what](of)}`,
  );

function aboutOthers(practice: Practice, all: readonly Practice[]): string[] {
  const { id, next = [], steps } = practice;
  const named = (of: string): Practice | undefined => all.find((other) => other.id === of);
  const cards = steps.flatMap((step) => (step.k === 'card' ? [step.of] : []));
  const following = next.flatMap((of) => named(of) ?? []);
  return [
    ...next.filter((of) => of === id || !named(of)).map((of) => `next ${of}: not a practice`),
    ...following
      .filter((to) => !isLedTo(practice, to))
      .map((to) => `next ${to.id}: of level 2, which follows only level 2`),
    ...following
      .filter((to) => isHinted(practice, to))
      .map((to) => `next ${to.id}: intimacy may be off, and nothing else leads there`),
    ...cards.filter((of) => named(of)?.kind !== 'card').map((of) => `card ${of}: not a card`),
  ];
}
