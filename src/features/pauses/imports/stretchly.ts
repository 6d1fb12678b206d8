/** Stretchly's preferences: mini breaks every so often, a long break after some of them. Times in milliseconds. */
import { usualPolicies } from '../policies.ts';
import { type Prompt } from '../prompt.ts';
import { type Fields, idleOf, intervalPrompt, snoozeOf, type Imported } from './imported.ts';

export const isStretchly = (fields: Fields): boolean =>
  fields.has('microbreakInterval') ||
  fields.has('microbreakDuration') ||
  fields.has('breakInterval');

export function fromStretchly(fields: Fields): Imported {
  const mini = (fields.number('microbreakInterval') ?? 600_000) / 60_000;
  const withMini = fields.flag('microbreak') ?? true;
  const withLong = fields.flag('break') ?? true;
  // A long break comes in place of the mini break after that many of them.
  const minis = withMini ? (fields.number('breakInterval') ?? 2) + 1 : 1;
  const prompts: Prompt[] = [];
  const fullscreen = fields.flag('fullscreen') === true;
  if (withLong)
    prompts.push(
      intervalPrompt(fields, {
        id: 'main',
        name: 'Long break',
        everyMinutes: mini * minis,
        seconds: (fields.number('breakDuration') ?? 300_000) / 1000,
        chime: isAudible(fields, 'audio'),
        ...(fullscreen && { level: 'full' }),
      }),
    );
  if (withMini)
    prompts.push(
      intervalPrompt(fields, {
        id: withLong ? 'mini' : 'main',
        name: 'Mini break',
        everyMinutes: mini,
        seconds: (fields.number('microbreakDuration') ?? 20_000) / 1000,
        chime: isAudible(fields, 'miniBreakAudio'),
        ...(fullscreen && { level: 'full' }),
      }),
    );
  noteRest(fields);
  const later = fields.number(withMini ? 'microbreakPostponeTime' : 'breakPostponeTime');
  const away = fields.number('naturalBreaksInactivityResetTime');
  const rules = {
    ...(later !== undefined && { snoozeMinutes: snoozeOf(fields, later / 60_000) }),
    ...(away !== undefined && { idleMinutes: idleOf(fields, away / 60_000) }),
    ...(fields.flag('naturalBreaks') === false && {
      policies: { ...usualPolicies, idle: { counts: 'keep', back: 'offer' } as const },
    }),
    on: withMini || withLong,
  };
  return { from: 'Stretchly', prompts, rules, sites: [], notes: fields.notes };
}

const isAudible = (fields: Fields, name: string): boolean => {
  const sound = fields.text(name) || fields.text('audio');
  return sound !== '' && sound !== 'silence' && fields.number('volume') !== 0;
};

function noteRest(fields: Fields): void {
  if (fields.flag('microbreakStrictMode') === true || fields.flag('breakStrictMode') === true)
    fields.note('Strict mode has no equivalent: in Comma “not now” is always an answer.');
  if (fields.flag('monitorDnd') === true)
    fields.note('Do Not Disturb of the system cannot be seen from here; quiet and calls can.');
  if (fields.list('appExclusions').length > 0)
    fields.note('Pausing for other programs has no equivalent: a browser does not see them.');
  if (fields.flag('useIdeasFromSettings') === true)
    fields.note('Your own break ideas stay where they are; decks of your own can hold them.');
  if (fields.flag('naturalBreaks') === false)
    fields.note('Natural breaks were off, so time away counts as work here too.');
  if ((fields.number('morningHour') ?? 6) !== 6)
    fields.note('“Until morning” here means when your hours begin.');
  if (fields.names.some((name) => name.endsWith('Shortcut') && fields.text(name) !== ''))
    fields.note('Keyboard shortcuts are set in the browser, under its extensions.');
}
