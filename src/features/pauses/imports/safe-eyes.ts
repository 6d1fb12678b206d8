/** Safe Eyes' configuration: short and long breaks, intervals in minutes and durations in seconds. */
import {
  type Fields,
  fieldsOf,
  idleOf,
  intervalPrompt,
  snoozeOf,
  type Imported,
} from './imported.ts';

export const isSafeEyes = (fields: Fields): boolean =>
  fields.has('short_break_interval') || fields.has('long_break_interval');

export function fromSafeEyes(fields: Fields): Imported {
  const shorts = fields.list('short_breaks');
  const longs = fields.list('long_breaks');
  const plugins = new Map(
    fields.list('plugins').flatMap((plugin) => {
      const known = fieldsOf(plugin);
      return known && known.flag('enabled') !== false ? [[known.text('id'), known] as const] : [];
    }),
  );
  const chime = plugins.has('audiblealert');
  const hasLong = !fields.has('long_breaks') || longs.length > 0;
  const hasShort = !fields.has('short_breaks') || shorts.length > 0;
  const long = intervalPrompt(fields, {
    id: 'main',
    name: 'Long break',
    everyMinutes: fields.number('long_break_interval') ?? 75,
    seconds: fields.number('long_break_duration') ?? 60,
    level: 'full',
    chime,
  });
  const short = intervalPrompt(fields, {
    id: hasLong ? 'short' : 'main',
    name: 'Short break',
    everyMinutes: fields.number('short_break_interval') ?? 15,
    seconds: fields.number('short_break_duration') ?? 15,
    level: 'full',
    chime,
  });
  noteRest(fields, plugins, [...shorts, ...longs]);
  const later = fields.number('postpone_duration');
  const inSeconds = fields.text('postpone_unit') === 'seconds';
  const idleSeconds = plugins.get('smartpause')?.object('settings')?.number('idle_time');
  const rules = {
    ...(later !== undefined && { snoozeMinutes: snoozeOf(fields, inSeconds ? later / 60 : later) }),
    ...(idleSeconds !== undefined && { idleMinutes: idleOf(fields, idleSeconds / 60) }),
  };
  const prompts = [...(hasLong ? [long] : []), ...(hasShort ? [short] : [])];
  return { from: 'Safe Eyes', prompts, rules, sites: [], notes: fields.notes };
}

function noteRest(
  fields: Fields,
  plugins: ReadonlyMap<string, Fields>,
  breaks: readonly unknown[],
): void {
  if (fields.flag('strict_break') === true)
    fields.note('Strict breaks have no equivalent: in Comma “not now” is always an answer.');
  const own = breaks.filter((each) => {
    const known = fieldsOf(each);
    return known && (known.has('duration') || known.has('interval') || known.has('image'));
  }).length;
  if (own > 0)
    fields.note(
      `${own} of your breaks had a length, an interval or a picture of their own; they take the common ones here.`,
    );
  if (breaks.length > 0)
    fields.note('The texts of your breaks stay where they are; decks of your own can hold them.');
  if (plugins.has('donotdisturb'))
    fields.note(
      'Windows that keep breaks away cannot be seen from here; something that fills the screen can.',
    );
  if (plugins.has('screensaver'))
    fields.note('Locking the screen after a break has no equivalent.');
  if (plugins.has('limitconsecutiveskipping'))
    fields.note('A limit on skipping has no equivalent: nothing is counted against you here.');
}
