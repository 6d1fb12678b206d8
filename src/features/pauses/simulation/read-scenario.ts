/** A scenario as it stands in a file. Settings that make no sense are repaired; anything else wrong is told. */
import { isZone } from '../../../kernel/civil-time.ts';
import { err, ok, type Result } from '../../../kernel/result.ts';
import { inside, Problems, shown } from './problems.ts';
import { readEvents } from './read-events.ts';
import { readSettings } from './read-settings.ts';
import { instantAt, lengthHint, lengthOf } from './read-times.ts';
import { answers, type Scenario } from './scenario.ts';
import { statesThatClash } from './clashes.ts';

const names = [
  ...['zone', 'start', 'end', 'length', 'prompts', 'hours', 'daysOff', 'policies', 'settings'],
  ...['answer', 'answerAfter', 'alarms', 'events'],
];
/** More than a year of every weekday twice over says nothing new. */
const longestMs = 800 * 86_400_000;

export interface ReadScenario {
  readonly scenario: Scenario;
  /** A sentence for each setting that was repaired. */
  readonly repaired: readonly string[];
}

/** Fails with one sentence a problem, each beginning with the path of what it is about. */
export function readScenario(text: string): Result<ReadScenario, readonly string[]> {
  const problems = new Problems();
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (trouble) {
    const why = trouble instanceof SyntaxError ? trouble.message : 'it cannot be read';
    return err([`scenario: this is not JSON (${why}).`]);
  }
  const fields = problems.fields(value, 'scenario', names);
  if (!fields) return err(problems.found);
  const settings = readSettings(fields, problems);
  const frame = readFrame(fields, problems);
  if (!frame) return err(problems.found);
  const prompts = settings.rules.prompts.map(({ id }) => id);
  const happenings = readEvents(fields.get('events'), { ...frame, prompts }, problems);
  statesThatClash(happenings, frame.start, frame.zone, problems);
  const answer = problems.oneOf(fields.get('answer'), 'answer', answers, 'take');
  const alarms = problems.oneOf(fields.get('alarms'), 'alarms', ['elapsed', 'wall'], 'elapsed');
  const answerAfterMs = length(fields, 'answerAfter', problems) ?? 10_000;
  if (problems.found.length > 0 || !answer || !alarms) return err(problems.found);
  const { zone, start, end } = frame;
  const { rules, repairs, repaired } = settings;
  const lengthMs = end - start;
  return ok({
    scenario: { zone, start, lengthMs, rules, repairs, answer, answerAfterMs, alarms, happenings },
    repaired,
  });
}

function length(
  fields: ReadonlyMap<string, unknown>,
  name: string,
  problems: Problems,
): number | undefined {
  const value = fields.get(name);
  if (value === undefined) return undefined;
  const ms = lengthOf(value);
  if (ms !== undefined && ms >= 0) return ms;
  problems.add(name, `${shown(value)} is no length; ${lengthHint}.`);
  return undefined;
}

function readFrame(
  fields: ReadonlyMap<string, unknown>,
  problems: Problems,
): { zone: string; start: number; end: number } | undefined {
  const zone = fields.get('zone');
  if (!isZone(zone)) {
    problems.add('zone', `${shown(zone)} is no time zone; write it as Europe/Berlin.`);
    return undefined;
  }
  const moment = (name: string): number | undefined => {
    const instant = instantAt(fields.get(name), zone);
    if (instant === undefined)
      problems.add(
        inside('scenario', name),
        `${shown(fields.get(name))} is no date and time; write it as 2026-11-23T09:00.`,
      );
    return instant;
  };
  const start = moment('start');
  if (fields.has('end') === fields.has('length'))
    problems.add('length', 'either a length or an end is needed, and not both.');
  const lengthMs = length(fields, 'length', problems);
  const end = fields.has('end') ? moment('end') : (start ?? 0) + (lengthMs ?? NaN);
  if (start === undefined || end === undefined || Number.isNaN(end)) return undefined;
  if (end > start && end - start <= longestMs) return { zone, start, end };
  problems.add(
    fields.has('end') ? 'end' : 'length',
    end > start ? 'it is longer than 800 days.' : 'the scenario ends before it begins.',
  );
  return undefined;
}
