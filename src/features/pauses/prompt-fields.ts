/** Between a prompt and the fields of its record, where each field merges on its own. */
import { isZone } from '../../kernel/civil-time.ts';
import { type Json } from '../../kernel/json.ts';
import {
  anchors,
  cadenceTypes,
  defaultPrompt,
  levels,
  mainPromptId,
  promptLimits,
  type Cadence,
  type Prompt,
} from './prompt.ts';
import { defaultRules } from './rules.ts';
import { FieldReader, weekdays, type RuleRepair } from './stored-fields.ts';

export const promptKind = 'prompt';
const prefix = 'prompt:';
export const promptRecordId = (id: string): string => prefix + id;

/** A prompt's record as the rules see it. */
export interface StoredPrompt {
  readonly id: string;
  readonly fields: Readonly<Record<string, Json>>;
  /** False once the person removed it. */
  readonly alive: boolean;
}

/** Each cadence as a new prompt of its kind begins (chosen). */
export const usualCadences: {
  readonly [Type in Cadence['type']]: Extract<Cadence, { type: Type }>;
} = {
  active: { type: 'active', everyMinutes: 50 },
  clock: { type: 'clock', times: [13 * 60], days: [1, 2, 3, 4, 5, 6, 7] },
  random: {
    type: 'random',
    count: 3,
    from: 9 * 60,
    until: 20 * 60,
    gapMinutes: 60,
    days: [1, 2, 3, 4, 5, 6, 7],
  },
  anchor: { type: 'anchor', anchor: 'woke', offsetMinutes: 30 },
};

/** All prompts in their order; the first prompt is there until the person removes it. */
export function parsePrompts(records: readonly StoredPrompt[]): {
  readonly prompts: readonly Prompt[];
  readonly repairs: readonly RuleRepair[];
} {
  const ids = records.map(({ id }) => id.slice(prefix.length));
  const known = ids.includes(mainPromptId)
    ? records
    : [{ id: promptRecordId(mainPromptId), fields: {}, alive: true }, ...records];
  const parsed = known
    .filter(({ alive, id }) => alive && id.startsWith(prefix))
    .map((record) => ({ order: orderOf(record), ...parsePrompt(record) }))
    .sort((a, b) => a.order - b.order || (a.prompt.id < b.prompt.id ? -1 : 1));
  return {
    prompts: parsed.map(({ prompt }) => prompt),
    repairs: parsed.flatMap(({ repairs }) => repairs),
  };
}

function orderOf({ fields }: StoredPrompt): number {
  const { order } = fields;
  return typeof order === 'number' && Number.isFinite(order) ? order : 0;
}

function parsePrompt(record: StoredPrompt): { prompt: Prompt; repairs: readonly RuleRepair[] } {
  const id = record.id.slice(prefix.length);
  const reader = new FieldReader(record.fields, '', `${record.id}.`);
  const cadence = parseCadence(reader);
  const anyHour = cadence.type === 'active' ? 'usual' : 'any';
  const hours = reader.oneOf('hours', anyHour, ['usual', 'any', 'own']);
  const prompt: Prompt = {
    id,
    name: reader.text('name', ''),
    on: reader.flag('on', true),
    cadence,
    hours: hours === 'own' ? reader.week('hours', defaultRules.hours) : hours,
    zone: reader.read<string | null>('zone', null, (stored) => (isZone(stored) ? stored : null)),
    lengthSeconds: reader.count('length', defaultPrompt.lengthSeconds, promptLimits.lengthSeconds),
    level: reader.oneOf('level', defaultPrompt.level, levels),
    decks: reader.text('decks', '').split(' ').filter(Boolean),
    practice: reader.text('practice', '') || null,
    chime: reader.flag('chime', false),
    notice: reader.oneOf('notice', 'neutral', ['neutral', 'named']),
    together: reader.oneOf('together', cadence.type === 'active' ? 'merge' : 'space', [
      'merge',
      'space',
    ]),
  };
  return { prompt, repairs: reader.repairs };
}

function parseCadence(reader: FieldReader): Cadence {
  const usual = usualCadences;
  switch (reader.oneOf('cadence', 'active', cadenceTypes)) {
    case 'active':
      return {
        type: 'active',
        everyMinutes: reader.count('every', usual.active.everyMinutes, promptLimits.everyMinutes),
      };
    case 'clock':
      return { type: 'clock', times: reader.times('times', usual.clock.times), days: days(reader) };
    case 'random': {
      const { from, until } = reader.range('window', usual.random);
      const window = until > from ? until - from : until + 1440 - from;
      const gap = reader.count('gap', usual.random.gapMinutes, promptLimits.gapMinutes);
      const [least, most] = promptLimits.count;
      const fitting = Math.max(least, Math.min(most, Math.floor(window / gap)));
      return {
        type: 'random',
        count: reader.count('count', Math.min(usual.random.count, fitting), [least, fitting]),
        from,
        until,
        gapMinutes: Math.min(gap, window),
        days: days(reader),
      };
    }
    case 'anchor':
      return {
        type: 'anchor',
        anchor: reader.oneOf('anchor', usual.anchor.anchor, anchors),
        offsetMinutes: reader.count(
          'offset',
          usual.anchor.offsetMinutes,
          promptLimits.offsetMinutes,
        ),
      };
  }
}

const days = (reader: FieldReader): number[] =>
  reader.some('days', weekdays, weekdays).map((day) => weekdays.indexOf(day) + 1);
