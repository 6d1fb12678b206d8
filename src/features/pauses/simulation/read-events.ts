/** The events of a scenario, made into happenings in the order of their times. */
import { isZone } from '../../../kernel/civil-time.ts';
import { anchors } from '../prompt.ts';
import { inside, shown, type Problems } from './problems.ts';
import { lengthHint, lengthOf, momentHint, momentOf } from './read-times.ts';
import { answers, type Happening, type TimedHappening } from './scenario.ts';

const happeningsLimit = 100_000;

/** What stops by itself after the length given as `for`, and how. */
const opposites: Readonly<Record<string, string>> = {
  idle: 'input',
  lock: 'unlock',
  sleep: 'wake',
  'meeting on': 'meeting off',
  'share on': 'share off',
  'media on': 'media off',
  'fullscreen on': 'fullscreen off',
  'typing on': 'typing off',
  'browser closed': 'browser opened',
};

const simple: Readonly<Record<string, Happening>> = {
  input: { type: 'input' },
  touch: { type: 'touch' },
  idle: { type: 'idle' },
  lock: { type: 'lock' },
  unlock: { type: 'unlock' },
  sleep: { type: 'sleep' },
  wake: { type: 'wake' },
  'meeting on': { type: 'meeting', on: true },
  'meeting off': { type: 'meeting', on: false },
  'share on': { type: 'sharing', on: true },
  'share off': { type: 'sharing', on: false },
  'media on': { type: 'media', on: true },
  'media off': { type: 'media', on: false },
  'fullscreen on': { type: 'fullscreen', on: true },
  'fullscreen off': { type: 'fullscreen', on: false },
  'typing on': { type: 'typing', on: true },
  'typing off': { type: 'typing', on: false },
  'quiet off': { type: 'quiet', lengthMs: 0 },
  'call off': { type: 'call', lengthMs: 0 },
  'worker death': { type: 'worker death' },
  'browser closed': { type: 'close' },
  'browser opened': { type: 'open' },
};

/** Types that need more than their name, and the fields that say it. */
const detailed: Readonly<Record<string, readonly string[]>> = {
  'quiet on': ['for'],
  'call on': ['for'],
  'browser restart': ['for'],
  clock: ['by'],
  zone: ['zone'],
  answer: ['answer', 'minutes'],
  skip: ['prompt'],
  'not today': ['prompt'],
  'pause now': ['prompt'],
  anchor: ['anchor'],
};

const types = [...Object.keys(simple), ...Object.keys(detailed)];

interface Frame {
  readonly zone: string;
  readonly start: number;
  readonly end: number;
  readonly prompts: readonly string[];
}

interface Event {
  readonly type: string;
  readonly path: string;
  readonly fields: ReadonlyMap<string, unknown>;
}

export function readEvents(value: unknown, frame: Frame, problems: Problems): TimedHappening[] {
  const happenings: TimedHappening[] = [];
  let before = frame.start;
  for (const [index, each] of problems.list(value, 'events', happeningsLimit).entries()) {
    const path = `events[${index}]`;
    const event = readEvent(each, path, problems);
    if (!event) continue;
    const { fields } = event;
    const at = momentOf(fields.get('at'), frame.zone, frame.start, before);
    if (at === undefined) {
      problems.add(`${path}.at`, `${shown(fields.get('at'))} is no moment; ${momentHint}.`);
      continue;
    }
    if (at < frame.start || at >= frame.end)
      problems.add(`${path}.at`, `${shown(fields.get('at'))} is not within the scenario.`);
    else before = Math.max(before, at);
    const parts = partsOf(event, frame, problems);
    for (const turn of repetitions(event, at, frame, problems))
      for (const { after, happening } of parts)
        if (turn + after < frame.end)
          happenings.push({ afterMs: turn + after - frame.start, happening });
    if (happenings.length <= happeningsLimit) continue;
    problems.add(path, `with this there are more than ${happeningsLimit} events.`);
    break;
  }
  return happenings.sort((a, b) => a.afterMs - b.afterMs);
}

function readEvent(value: unknown, path: string, problems: Problems): Event | undefined {
  const type: unknown =
    typeof value === 'object' && value !== null && 'type' in value ? value.type : undefined;
  const known = problems.oneOf(type, `${path}.type`, types);
  if (known === undefined) return undefined;
  const own = detailed[known] ?? (known in opposites ? ['for'] : []);
  const fields = problems.fields(value, path, ['at', 'type', 'every', 'times', ...own]);
  return fields && { type: known, path, fields };
}

/** The instants at which it happens: once, or again and again up to the end. */
function* repetitions(
  { fields, path }: Event,
  at: number,
  { end }: Frame,
  problems: Problems,
): Generator<number> {
  const every = lengthField({ fields, path }, 'every', problems);
  const times = fields.get('times') ?? (fields.has('every') ? Infinity : 1);
  if (typeof times !== 'number' || !(times >= 1)) {
    problems.add(`${path}.times`, `${shown(times)} is no number of times; write 1 or more.`);
    return;
  }
  for (let turn = 0; turn < Math.min(times, happeningsLimit + 1); turn++) {
    const instant = at + turn * (every ?? 0);
    if (instant >= end || (turn > 0 && every === undefined)) return;
    yield instant;
  }
}

function lengthField(
  { fields, path }: Pick<Event, 'fields' | 'path'>,
  name: string,
  problems: Problems,
): number | undefined {
  const value = fields.get(name);
  if (value === undefined) return undefined;
  const length = lengthOf(value);
  if (length !== undefined && length > 0) return length;
  problems.add(inside(path, name), `${shown(value)} is no length; ${lengthHint}.`);
  return undefined;
}

interface Part {
  readonly after: number;
  readonly happening: Happening;
}

function partsOf(event: Event, frame: Frame, problems: Problems): Part[] {
  const { type, fields, path } = event;
  const length = lengthField(event, 'for', problems);
  const now = (happening: Happening): Part[] => [{ after: 0, happening }];
  const plain = simple[type];
  if (plain) {
    const end = simple[opposites[type] ?? ''];
    return end && length !== undefined
      ? [...now(plain), { after: length, happening: end }]
      : now(plain);
  }
  switch (type) {
    case 'browser restart':
      return [...now({ type: 'close' }), { after: length ?? 5_000, happening: { type: 'open' } }];
    case 'quiet on':
    case 'call on':
      if (!fields.has('for')) problems.add(`${path}.for`, `how long it lasts is missing.`);
      return now({ type: type === 'call on' ? 'call' : 'quiet', lengthMs: length ?? 0 });
    case 'clock': {
      const byMs = lengthOf(fields.get('by'));
      if (byMs !== undefined) return now({ type, byMs });
      problems.add(
        `${path}.by`,
        `${shown(fields.get('by'))} is no length; write 4m to set the clock forward, -1h to set it back.`,
      );
      return [];
    }
    case 'zone': {
      const zone = fields.get('zone');
      if (isZone(zone)) return now({ type, zone });
      problems.add(`${path}.zone`, `${shown(zone)} is no time zone; write it as Europe/Berlin.`);
      return [];
    }
    case 'anchor': {
      const moments = anchors.filter((name) => name !== 'sleep');
      const anchor = problems.oneOf(fields.get('anchor'), `${path}.anchor`, moments);
      return anchor ? now({ type, anchor }) : [];
    }
    case 'answer':
      return answerOf(event, problems);
    default:
      return aboutPrompt(event, frame, problems);
  }
}

function answerOf({ fields, path }: Event, problems: Problems): Part[] {
  const answer = problems.oneOf(fields.get('answer'), `${path}.answer`, answers);
  const minutes = fields.get('minutes');
  if (minutes !== undefined && !(typeof minutes === 'number' && minutes > 0)) {
    problems.add(`${path}.minutes`, `${shown(minutes)} is no number of minutes.`);
    return [];
  }
  if (!answer) return [];
  const later = minutes === undefined ? {} : { minutes };
  return [{ after: 0, happening: { type: 'answer', answer, ...later } }];
}

function aboutPrompt({ type, fields, path }: Event, frame: Frame, problems: Problems): Part[] {
  const prompt = fields.get('prompt');
  const name = type as 'skip' | 'not today' | 'pause now';
  const first = frame.prompts[0];
  // To keep still, a prompt has to be named.
  if (prompt === undefined && name === 'not today' && first !== undefined)
    return [{ after: 0, happening: { type: name, prompt: first } }];
  if (prompt === undefined) return [{ after: 0, happening: { type: name } }];
  const known = problems.oneOf(prompt, `${path}.prompt`, frame.prompts);
  return known === undefined ? [] : [{ after: 0, happening: { type: name, prompt: known } }];
}
