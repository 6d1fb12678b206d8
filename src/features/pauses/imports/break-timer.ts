/** BreakTimer's settings: one break, lengths in seconds, hours by day in minutes since midnight. */
import { usualPolicies } from '../policies.ts';
import {
  type Fields,
  fieldsOf,
  idleOf,
  intervalPrompt,
  rangesOf,
  snoozeOf,
  type Imported,
} from './imported.ts';

export const isBreakTimer = (fields: Fields): boolean =>
  fields.has('breakFrequencySeconds') ||
  fields.has('breakLengthSeconds') ||
  fields.has('breakFrequency');

const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const allDay = [{ from: 0, until: 1440 }];

export function fromBreakTimer(fields: Fields): Imported {
  const title = fields.text('breakTitle').slice(0, 60);
  const main = intervalPrompt(fields, {
    id: 'main',
    name: title,
    everyMinutes: (fields.number('breakFrequencySeconds') ?? 1_680) / 60,
    seconds: fields.number('breakLengthSeconds') ?? 120,
    level: fields.text('notificationType') === 'NOTIFICATION' ? 'notice' : 'card',
    chime: !['', 'NONE'].includes(fields.text('soundType')),
  });
  const later = fields.number('postponeLengthSeconds');
  const away = fields.number('idleResetLengthSeconds');
  const hours = hoursOf(fields);
  if (fields.has('breakFrequency'))
    fields.note(
      'These settings are of an older BreakTimer; the time between and the length are its usual ones.',
    );
  if (fields.text('breakMessage') !== '')
    fields.note('The message of your break stays where it is; a deck of your own can hold it.');
  if (fields.flag('skipBreakEnabled') === false || fields.flag('endBreakEnabled') === false)
    fields.note(
      'Breaks that cannot be skipped or ended have no equivalent: “not now” is always an answer.',
    );
  if ((fields.number('postponeLimit') ?? 0) > 0)
    fields.note('A limit on “later” has no equivalent.');
  const rules = {
    ...(fields.flag('breaksEnabled') !== undefined && {
      on: fields.flag('breaksEnabled') === true,
    }),
    ...(later !== undefined && { snoozeMinutes: snoozeOf(fields, later / 60) }),
    ...(away !== undefined && { idleMinutes: idleOf(fields, away / 60) }),
    ...(fields.flag('idleResetEnabled') === false && {
      policies: { ...usualPolicies, idle: { counts: 'keep', back: 'offer' } as const },
    }),
    ...(hours && { hours }),
  };
  return { from: 'BreakTimer', prompts: [main], rules, sites: [], notes: fields.notes };
}

function hoursOf(fields: Fields): { from: number; until: number }[][] | undefined {
  if (fields.flag('workingHoursEnabled') === false) return days.map(() => allDay);
  if (!days.some((day) => fields.object(`workingHours${day}`))) return undefined;
  return days.map((day) => {
    const hours = fields.object(`workingHours${day}`);
    if (hours?.flag('enabled') !== true) return [];
    const ranges = hours.list('ranges').flatMap((range): [number, number][] => {
      const known = fieldsOf(range);
      return known ? [[known.number('fromMinutes') ?? NaN, known.number('toMinutes') ?? NaN]] : [];
    });
    return rangesOf(fields, day, ranges);
  });
}
