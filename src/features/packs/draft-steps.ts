/** The steps that the editor makes: what it asks about each kind, and how a new one begins. */
import {
  answerIds,
  type BlanksStep,
  type Options,
  type Step,
} from '../../content/practice-steps.ts';

type Kind = Step['k'];

/** What most packs are made of. */
export const usualSteps = [
  'say',
  'breath',
  'still',
  'write',
  'pick',
  'scale',
  'page',
] as const satisfies readonly Kind[];
/** All the others. */
export const moreSteps = [
  ...['feelings', 'weather', 'body', 'line', 'blanks', 'list', 'rate', 'columns', 'sort'],
  ...['date', 'seal', 'beside', 'turn', 'guess', 'card'],
] as const satisfies readonly Exclude<Kind, (typeof usualSteps)[number]>[];

/** What a step of that kind needs to be there: two answers to show, two people, a card. */
export function canBeAdded(
  kind: Kind,
  { steps, together, cards }: { steps: readonly Step[]; together: boolean; cards: number },
): boolean {
  if (kind === 'beside') return steps.flatMap(answerIds).length >= 2;
  if (kind === 'turn') return together;
  return kind !== 'card' || cards > 0;
}

export function emptyStep(kind: Kind, steps: readonly Step[], card = ''): Step {
  const [id = ''] = freshIds(steps, 1);
  const asked = { id, ask: '' };
  switch (kind) {
    case 'say':
      return { k: 'say', text: '' };
    case 'breath':
      return { k: 'breath', pattern: '4-6', breaths: 4 };
    case 'still':
      return { k: 'still', sec: 30, text: '' };
    case 'line':
      return { k: 'line', deck: 'warmth' };
    case 'pick':
      return { k: 'pick', ...asked, options: {}, most: 1, own: true };
    case 'feelings':
      return { k: 'feelings', ...asked, most: 3 };
    case 'weather':
    case 'body':
    case 'date':
    case 'seal':
      return { k: kind, ...asked };
    case 'scale':
      return { k: 'scale', ...asked, top: 10, low: '', high: '' };
    case 'rate':
      return { k: 'rate', ...asked, top: 10, low: '', high: '', items: {} };
    case 'write':
      return { k: 'write', ...asked, most: 500 };
    case 'blanks':
      return { k: 'blanks', ask: '', sentence: '', blanks: [] };
    case 'list':
      return { k: 'list', ...asked, most: 5 };
    case 'columns':
      return { k: 'columns', ...asked, left: '', right: '', most: 5 };
    case 'sort':
      return { k: 'sort', ...asked, into: {}, items: {}, own: 3 };
    case 'beside': {
      const [left = '', right = ''] = steps.flatMap(answerIds).slice(-2);
      const text = '';
      return { k: 'beside', text, left: { id: left, label: '' }, right: { id: right, label: '' } };
    }
    case 'turn':
      return { k: 'turn', who: nextTurn(steps), sec: 60, text: '' };
    case 'page':
      return { k: 'page', heading: '', text: '' };
    case 'guess':
      return { k: 'guess', ...asked, options: {}, answer: '' };
    case 'card':
      return { k: 'card', of: card };
  }
}

function nextTurn(steps: readonly Step[]): 'A' | 'B' {
  const last = steps.findLast((step) => step.k === 'turn');
  return last?.k === 'turn' && last.who === 'A' ? 'B' : 'A';
}

/** `answerA`, `answerB`, …: ids that nobody reads, and that stay with their steps. */
export function freshIds(steps: readonly Step[], count: number): readonly string[] {
  const used = new Set(steps.flatMap(answerIds));
  const fresh: string[] = [];
  for (let n = 0; fresh.length < count; n++) {
    const id = `answer${lettersOf(n)}`;
    if (!used.has(id)) fresh.push(id);
  }
  return fresh;
}

const lettersOf = (n: number): string =>
  (n < 26 ? '' : lettersOf(Math.floor(n / 26) - 1)) + String.fromCharCode(65 + (n % 26));

/** Choices as they are typed, one a line. A choice whose words stayed, or were changed in their place, keeps its id. */
export function optionsTyped(typed: string, before: Options): Options {
  const words = linesTyped(typed);
  const old = Object.entries(before);
  const kept = words.map((word) => old.find(([, each]) => each === word)?.[0]);
  const taken = new Set(kept);
  return Object.fromEntries(
    words.map((word, at) => {
      const inPlace = old[at]?.[0];
      let id = kept[at] ?? (inPlace !== undefined && !taken.has(inPlace) ? inPlace : undefined);
      for (let n = 0; id === undefined; n++)
        if (!taken.has(`choice${lettersOf(n)}`) && !Object.hasOwn(before, `choice${lettersOf(n)}`))
          id = `choice${lettersOf(n)}`;
      taken.add(id);
      return [id, word];
    }),
  );
}

/** Lines that say something, once each. */
export function linesTyped(typed: string): readonly string[] {
  const lines = typed.split('\n').map((line) => line.trim());
  return lines.filter((line, at) => line !== '' && lines.indexOf(line) === at);
}

/** A gap as it is typed. */
const gap = '___';

/** Its gaps are underscores, whatever they are called inside. */
export const sentenceShown = ({ sentence, blanks }: BlanksStep): string =>
  blanks.reduce((text, { id }) => text.replace(`{${id}}`, gap), sentence);

/** Two or more underscores are a gap. The first ones keep their ids and what belongs in them. */
export function sentenceTyped(typed: string, step: BlanksStep, steps: readonly Step[]): BlanksStep {
  const pieces = typed.split(/_{2,}/);
  const count = pieces.length - 1;
  const fresh = freshIds([...steps, step], Math.max(0, count - step.blanks.length));
  const blanks = [...step.blanks, ...fresh.map((id) => ({ id, hint: '' }))].slice(0, count);
  const sentence = pieces.reduce(
    (text, piece, at) => `${text}{${blanks[at - 1]?.id ?? ''}}${piece}`,
  );
  return { ...step, sentence, blanks };
}

type TextKey =
  'text' | 'ask' | 'hint' | 'low' | 'high' | 'heading' | 'left' | 'right' | 'note' | 'answer';
type NumberKey = 'sec' | 'breaths' | 'most' | 'own';

/** One thing that is asked about a step; `words` names what it is called. */
export type StepField =
  | {
      readonly as: 'text' | 'long';
      readonly key: TextKey;
      readonly words: TextWords;
      readonly optional?: true;
    }
  | {
      readonly as: 'number';
      readonly key: NumberKey;
      readonly words: NumberWords;
      readonly limits: readonly [number, number];
    }
  | {
      readonly as: 'options';
      readonly key: 'options' | 'into' | 'items';
      readonly words: 'options' | 'into' | 'items' | 'rated';
    }
  | {
      readonly as:
        | 'pattern'
        | 'deck'
        | 'who'
        | 'of'
        | 'own'
        | 'compared'
        | 'sentence'
        | 'answers'
        | 'starters'
        | 'sides';
    };
type TextWords = Exclude<TextKey, 'answer'> | 'page' | 'behind';
type NumberWords = 'seconds' | 'breaths' | 'most' | 'rows' | 'ownRows';

const asked: readonly StepField[] = [
  { as: 'long', key: 'ask', words: 'ask' },
  { as: 'text', key: 'hint', words: 'hint', optional: true },
];
const said: StepField = { as: 'long', key: 'text', words: 'text' };
const seconds: StepField = { as: 'number', key: 'sec', words: 'seconds', limits: [5, 600] };
const options: StepField = { as: 'options', key: 'options', words: 'options' };
const rows: StepField = { as: 'number', key: 'most', words: 'rows', limits: [1, 12] };

/** In the order in which they stand. What is not among them stays as it is. */
export const fieldsOf: Readonly<Record<Kind, readonly StepField[]>> = {
  say: [said, { as: 'text', key: 'hint', words: 'hint', optional: true }],
  breath: [
    { as: 'pattern' },
    { as: 'number', key: 'breaths', words: 'breaths', limits: [1, 60] },
    { as: 'text', key: 'text', words: 'text', optional: true },
  ],
  still: [said, seconds],
  line: [{ as: 'deck' }],
  pick: [
    ...asked,
    options,
    { as: 'number', key: 'most', words: 'most', limits: [1, 24] },
    { as: 'own' },
  ],
  feelings: [...asked, { as: 'number', key: 'most', words: 'most', limits: [1, 12] }],
  weather: asked,
  body: asked,
  scale: [
    ...asked,
    { as: 'text', key: 'low', words: 'low' },
    { as: 'text', key: 'high', words: 'high' },
    { as: 'compared' },
  ],
  rate: [
    ...asked,
    { as: 'options', key: 'items', words: 'rated' },
    { as: 'text', key: 'low', words: 'low' },
    { as: 'text', key: 'high', words: 'high' },
  ],
  write: [...asked, { as: 'starters' }],
  blanks: [...asked, { as: 'sentence' }],
  list: [...asked, rows],
  columns: [
    ...asked,
    { as: 'text', key: 'left', words: 'left' },
    { as: 'text', key: 'right', words: 'right' },
    rows,
  ],
  sort: [
    ...asked,
    { as: 'options', key: 'into', words: 'into' },
    { as: 'options', key: 'items', words: 'items' },
    { as: 'sides' },
    { as: 'number', key: 'own', words: 'ownRows', limits: [0, 12] },
    { as: 'text', key: 'note', words: 'note', optional: true },
  ],
  date: asked,
  seal: asked,
  beside: [said, { as: 'answers' }],
  turn: [{ as: 'who' }, said, seconds],
  page: [
    { as: 'text', key: 'heading', words: 'heading' },
    { as: 'long', key: 'text', words: 'page' },
  ],
  guess: [...asked, options, { as: 'long', key: 'answer', words: 'behind' }],
  card: [{ as: 'of' }],
};
