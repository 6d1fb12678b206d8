/** Working weeks on which other break timers, at their defaults, offer nothing or the wrong thing, as scenarios. */
import { readScenario } from '../../../src/features/pauses/simulation/read-scenario.ts';
import { type Scenario } from '../../../src/features/pauses/simulation/scenario.ts';

export interface Week {
  readonly name: string;
  readonly scenario: Scenario;
  /** The person reads: being still for minutes is being at it. */
  readonly reading: boolean;
}

type Event = Readonly<Record<string, string | number>>;

const days = 5;
const dayMinutes = 8 * 60;

/** The same event at these minutes of every working day. */
const daily = (minutes: readonly number[], event: Event): Event[] =>
  Array.from({ length: days }, (_, day) =>
    minutes.map((at) => ({ at: `+${day * 1440 + at}m`, ...event })),
  ).flat();

const every = (minutes: number, from = minutes): number[] =>
  Array.from(
    { length: Math.ceil((dayMinutes - from) / minutes) },
    (_, turn) => from + turn * minutes,
  );

const nights = daily([dayMinutes], { type: 'sleep', for: '16h' }).slice(0, -1);

function week(name: string, events: readonly Event[], more: object = {}, reading = false): Week {
  const read = readScenario(
    JSON.stringify({
      zone: 'Europe/Berlin',
      start: '2026-11-23T09:00:30',
      length: `${(days - 1) * 24 + 8}h`,
      hours: '00:00-24:00',
      answerAfter: '0s',
      ...more,
      events: [...events, ...nights],
    }),
  );
  if (!read.ok) throw new Error(read.error.join('\n'));
  return { name, scenario: read.value.scenario, reading };
}

const clock = (by: string, at: number): Event[] => daily([at], { type: 'clock', by });

export const weeks = (): Week[] => [
  week('undisturbed', []),
  week('a quiet minute in every 25', daily(every(25, 24), { type: 'quiet on', for: '1m' })),
  week('a quiet minute in every 9', daily(every(9, 8), { type: 'quiet on', for: '1m' })),
  week('locked for 30 s in every 29 min', daily(every(29), { type: 'lock', for: '30s' })),
  week(
    'reading, one touch in every 6 min',
    [...daily([0], { type: 'idle' }), ...daily(every(6), { type: 'touch' })],
    {},
    true,
  ),
  week('a walk of 4 min in every 12', daily(every(12, 8), { type: 'idle', for: '4m' })),
  week('lid closed 4 min at minute 26', daily([26], { type: 'sleep', for: '4m' })),
  week('lid closed 40 min at minute 26', daily([26], { type: 'sleep', for: '40m' })),
  week('clock back 60 min at minute 20', clock('-1h', 20)),
  week('clock back 4 min at minute 27', clock('-4m', 27)),
  week('clock forward 4 min at minute 24.5', clock('4m', 24.5)),
  week('clock back 60 min, alarms silent with it', clock('-1h', 20), { alarms: 'wall' }),
  week('background dies every 5 min', daily(every(5, 2), { type: 'worker death' })),
  week(
    'half an hour of calls in every hour',
    daily(every(60, 20), { type: 'meeting on', for: '30m' }),
  ),
  week('night shift, 22:00 to 06:00', [], {
    start: '2026-11-23T22:00:30',
    hours: '22:00-06:00',
  }),
];
