/** Every way in which practices are not what the player and a person rely on. */
import { answerIds, type Step } from './practice-steps.ts';
import { textsOfPractice } from './practice-texts.ts';
import type { Practice } from './practice.ts';

/** Longer ones no longer fit a calm glance, or a phone (chosen, in letters). */
const longest = { title: 40, about: 110, line: 170 };
/** A card holds one idea (the practice guides' eighty words). */
const longestPage = 80;
/** What fits a quarter of an hour of somebody's day (chosen). */
const mostMinutes = 20;
/** The last row of the practice guides. */
const lastRow = 100;

/**
 * What a title or an address that others may see never names. Whole words and their kin: a bystander reads
 * `A kinder ending`, not what it is about.
 */
const telling =
  /\b(?:sex\w*|arous\w*|desire\w*|erotic\w*|intima\w*|sham\w*|asham\w*|kink\w*|fantas\w*|abus\w*|trauma\w*|consent\w*|coerc\w*|violen\w*|orgasm\w*|libido|partners?|affairs?|infidel\w*|crisis|suicid\w*|panic\w*|therap\w*)\b/iu;

const tellingWords = (text: string): string[] => telling.exec(text)?.slice(0, 1) ?? [];

/** Empty when all is well. */
export function practiceProblems(practices: readonly Practice[]): string[] {
  const ids = practices.map(({ id }) => id);
  return [
    ...repeated(ids).map((id) => `${id}: used twice`),
    ...repeated(practices.map(({ title }) => title)).map((title) => `said twice: ${title}`),
    ...practices.flatMap((practice) =>
      [...aboutIt(practice), ...aboutSteps(practice), ...aboutOthers(practice, practices)].map(
        (problem) => `${practice.id}: ${problem}`,
      ),
    ),
  ];
}

function aboutIt(practice: Practice): string[] {
  const { id, kind, title, about, rows, level, area, minutes, steps, shortest, here } = practice;
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
  hold(steps.length > 0, 'no step');
  hold(shortest.length > 0, 'no shortest version');
  hold(
    shortest.every((at, n) => at in steps && at > (shortest[n - 1] ?? -1)),
    'the shortest version names steps that are there, in their order',
  );
  hold(
    shortest.every((at) => {
      const needs = steps[at]?.when?.id;
      return needs === undefined || shortest.some((each) => answersTo(steps[each], needs));
    }),
    'the shortest version leaves out what one of its steps depends on',
  );
  if (kind === 'together') {
    hold(
      steps.some(({ k }) => k === 'turn'),
      'two people need turns',
    );
    hold(
      steps.every(({ k }) => !['write', 'blanks', 'list', 'columns', 'seal'].includes(k)) ||
        level === 2,
      'what two people write is level 2',
    );
  } else {
    hold(!steps.some(({ k }) => k === 'turn'), 'turns are for two people');
    hold(!/\{[AB]\}/.test(textsOfPractice(practice).join(' ')), '{A} and {B} are two people');
  }
  hold(
    !practice.traceless || steps.every((step) => answerIds(step).length === 0),
    'asks, though nothing of it may be kept',
  );
  if (kind === 'card') {
    hold(steps[0]?.k === 'page' || steps[0]?.k === 'guess', 'a card begins with a page or a guess');
    hold((practice.next ?? []).length > 0, 'a card ends in something to do: next');
    hold((practice.sources ?? []).length > 0, 'a card names its source');
  }
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

const answersTo = (step: Step | undefined, id: string): boolean =>
  step !== undefined && answerIds(step).includes(id);

function aboutSteps({ steps, kind }: Practice): string[] {
  const problems = repeated(steps.flatMap(answerIds)).map((id) => `step ${id}: twice`);
  steps.forEach((step, at) => {
    const earlier = steps.slice(0, at);
    for (const problem of aboutStep(step, earlier, kind)) problems.push(`step ${at}: ${problem}`);
  });
  const [before, after] = ['before', 'after'].map((id) =>
    steps.find((step) => answersTo(step, id)),
  );
  if (Boolean(before) !== Boolean(after)) problems.push('before and after come together');
  if (before?.k === 'scale' && after?.k === 'scale')
    if (before.top !== after.top || before.better === undefined || before.better !== after.better)
      problems.push('before and after are the same scale, and say which way feels better');
  return problems;
}

function aboutStep(step: Step, earlier: readonly Step[], kind: Practice['kind']): string[] {
  const problems: string[] = [];
  const hold = (fine: boolean, problem: string): void => {
    if (!fine) problems.push(problem);
  };
  const known = earlier.flatMap(answerIds);
  for (const id of answerIds(step)) hold(/^[a-z][A-Za-z]*$/.test(id), `${id} is no id`);
  if (step.when) {
    const { id, is } = step.when;
    const asked = earlier.find((each) => answersTo(each, id));
    const options = asked?.k === 'pick' || asked?.k === 'guess' ? asked.options : {};
    hold(is.length > 0 && is.every((option) => option in options), `when ${id} is what?`);
  }
  if (step.k === 'blanks') {
    const gaps = gapsIn(step.sentence);
    const blanks = step.blanks.map(({ id }) => id);
    hold(
      gaps.length === blanks.length && gaps.every((gap, n) => gap === blanks[n]),
      'the gaps of its sentence are its blanks, in order',
    );
  } else {
    const text = 'text' in step ? step.text : 'ask' in step ? step.ask : '';
    const gaps = gapsIn(text).filter((gap) => kind !== 'together' || !/^[AB]$/.test(gap));
    for (const gap of gaps) hold(known.includes(gap), `{${gap}} is not answered before it`);
    const without = 'without' in step ? step.without : undefined;
    hold(gaps.length === 0 || without !== undefined, 'says nothing without what it repeats');
    hold(gapsIn(without ?? '').length === 0, 'repeats an answer in `without`, too');
    const words = text.split(/\s+/).length;
    if (step.k === 'page') hold(words <= longestPage, `${words} words`);
    else hold(text.length <= longest.line, `${text.length} letters`);
  }
  if (step.k === 'breath') {
    hold(step.breaths >= 1 && step.breaths <= 60, 'its breaths');
    hold((step.short ?? 1) >= 1 && (step.short ?? 1) <= step.breaths, 'its short breaths');
  }
  if (step.k === 'still' || step.k === 'turn') {
    hold(step.sec >= 5 && step.sec <= 600, 'its seconds');
    const { short = step.sec } = step;
    hold(short >= 5 && short <= step.sec, 'its short seconds');
  }
  if (step.k === 'pick') {
    hold(step.most >= 1 && step.most <= Object.keys(step.options).length, 'its most');
    hold(
      (step.ends ?? []).every((id) => id in step.options),
      'ends what it does not offer',
    );
  }
  if (step.k === 'scale')
    hold(step.better === undefined || /^(before|after)$/.test(step.id), 'better than what?');
  if (step.k === 'sort') {
    const { into, items, from, own } = step;
    hold(Object.keys(into).length >= 2, 'sorted into one place');
    hold(
      [items, from, own].some((things) => things !== undefined),
      'nothing to sort',
    );
    const list = earlier.some((each) => each.k === 'list' && each.id === from);
    hold(from === undefined || list, 'sorts a list that is not before it');
  }
  if (step.k === 'beside')
    for (const { id } of [step.left, step.right]) hold(known.includes(id), `${id} beside what?`);
  return problems;
}

function aboutOthers({ id, next = [], steps }: Practice, all: readonly Practice[]): string[] {
  const named = (of: string): Practice | undefined => all.find((other) => other.id === of);
  const cards = steps.flatMap((step) => (step.k === 'card' ? [step.of] : []));
  return [
    ...next.filter((of) => of === id || !named(of)).map((of) => `next ${of}: not a practice`),
    ...cards.filter((of) => named(of)?.kind !== 'card').map((of) => `card ${of}: not a card`),
  ];
}

/** The `{id}`s of a text. */
const gapsIn = (text: string): string[] =>
  [...text.matchAll(/\{(\w+)\}/g)].map(([, id = '']) => id);

const repeated = (values: readonly string[]): string[] =>
  values.filter((value, at) => values.indexOf(value) !== at);
