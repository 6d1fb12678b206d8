/** Whether pauses come on time, and what the engine costs: simulated, so no browser and no build are needed. */
import 'temporal-polyfill/global';
import { type Scenario } from '../../src/features/pauses/simulation/scenario.ts';
import { markdown } from './measure.ts';
import { run } from './timing/run.ts';
import { judge } from './timing/truth.ts';
import { weeks } from './timing/weeks.ts';
import { deskScenario } from './timing/years.ts';

export function benchTiming(): string {
  return [onTime(), years(), wakeUps()].join('\n\n');
}

function onTime(): string {
  const rows = weeks().map((week) => {
    const { shown } = run(week.scenario);
    const { early, onTime: good, late, doubled, starved, worst } = judge(week, shown);
    return [week.name, early, good, late, doubled, starved, `${(worst / 1000).toFixed(1)} s`];
  });
  const head = ['a week of', 'early', 'on time', 'late', 'doubled', 'starved', 'latest'];
  return markdown(head, rows);
}

const weeksOf = (days: number): number => days / 7;

function years(): string {
  const rows = (
    [
      [1, 364],
      [10, 364],
      [100, 28],
      [500, 28],
    ] as const
  ).map(([count, days]) => {
    run(deskScenario(7, count)); // warms
    const scenario = deskScenario(days, count);
    const before = process.cpuUsage();
    const { cost } = run(scenario);
    const { user, system } = process.cpuUsage(before);
    const seconds = ((user + system) / 1e6) * (364 / days);
    const hours = weeksOf(days) * 42.5;
    return [
      `${count}${days < 364 ? ' (four weeks, times 13)' : ''}`,
      seconds.toFixed(1),
      ((seconds * 1e6) / (cost.steps * (364 / days))).toFixed(0),
      cost.oddAlarms === 0 ? 'one' : `${cost.oddAlarms} odd`,
      (cost.writes / hours).toFixed(0),
    ];
  });
  return markdown(
    ['prompts', 'a simulated year, s', 'a step, µs', 'alarms', 'writes an hour at work'],
    rows,
  );
}

/**
 * The least there can be is a ring for what is decided by time alone, and one in half a minute while active time
 * is counted: sleep shows only in a ring that comes late, and browsers allow none sooner.
 */
function wakeUps(): string {
  const hour = (name: string, scenario: Scenario): (string | number)[] => {
    const { knocks, decisive, sensing } = run(scenario).cost;
    const hours = scenario.lengthMs / 3_600_000;
    const per = (count: number): string => (count / hours).toFixed(1);
    return [name, per(knocks), per(decisive + sensing), per(knocks - decisive - sensing)];
  };
  const whole = { hours: '00:00-24:00' };
  const day = (more: object): Scenario => deskScenario(1, 1, { length: '8h', events: [], ...more });
  const tea = [{ id: 'main', cadence: 'clock', times: '11:00 15:00' }];
  const calls = [{ at: '+20m', type: 'meeting on', for: '30m', every: '1h' }];
  const waiting = [
    { at: '+49m', type: 'meeting on', for: '2m' },
    { at: '+51m', type: 'lock' },
  ];
  const evenings = Array.from({ length: 5 }, (_, at) => ({
    ...{ at: `+${at * 24 + 8}h 30m`, type: 'idle' },
    ...(at < 4 && { for: '15h 30m' }),
  }));
  return markdown(
    ['alarms an hour', 'Comma', 'least', 'learned nothing'],
    [
      hour('at work, one interval', day(whole)),
      hour('at work, times by the clock only', day({ prompts: tea })),
      hour('at work, in calls half of the time', day({ ...whole, events: calls })),
      hour('away, one interval', day({ ...whole, events: [{ at: '+0s', type: 'idle' }] })),
      hour('locked, with a pause waiting', day({ ...whole, events: waiting })),
      hour('outside hours', day({ hours: { sun: '09:00-10:00' } })),
      hour('a whole week, the computer never asleep', deskScenario(7, 1, { events: evenings })),
    ],
  );
}
