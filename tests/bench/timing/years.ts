/** A year at one's desk, with more and more prompts: what it costs to live it, to write it and to be woken for it. */
import { readScenario } from '../../../src/features/pauses/simulation/read-scenario.ts';
import { type Scenario } from '../../../src/features/pauses/simulation/scenario.ts';

type Event = Readonly<Record<string, string | number>>;

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri'];

/** The first is the usual one; the others come seldom, so that they cost by being there. */
function prompts(count: number): object[] {
  return Array.from({ length: count }, (_, index) => {
    if (index === 0) return { id: 'main', every: 50 };
    const id = `prompt-${index}`;
    const day = weekdays[index % 5];
    const minute = 9 * 60 + ((index * 37) % 500);
    const time = `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
    const kinds = [
      { id, cadence: 'active', every: 240, length: 300 },
      { id, cadence: 'clock', times: time, days: day },
      { id, cadence: 'random', count: 1, window: '09:00-17:00', gap: 60, days: day },
      { id, cadence: 'anchor', anchor: 'ate', offset: index % 300 },
    ];
    return kinds[index % 4] ?? {};
  });
}

/** Half past five to nine the computer sleeps, and over the weekend; lunch is an hour. */
function events(days: number): Event[] {
  const out: Event[] = [];
  for (let day = 0; day < days; day++) {
    const weekday = day % 7;
    if (weekday > 4) continue;
    const morning = day * 1440;
    out.push({ at: `+${morning + 180}m`, type: 'idle', for: '1h' });
    const night = weekday === 4 ? 3 * 1440 - 510 : 1440 - 510;
    if (morning + 510 < days * 1440)
      out.push({ at: `+${morning + 510}m`, type: 'sleep', for: `${night}m` });
  }
  return out;
}

export function deskScenario(days: number, count: number, more: object = {}): Scenario {
  const read = readScenario(
    JSON.stringify({
      zone: 'Europe/Berlin',
      start: '2026-01-05T09:00',
      length: `${days}d`,
      prompts: prompts(count),
      events: events(days),
      ...more,
    }),
  );
  if (!read.ok) throw new Error(read.error.join('\n'));
  return read.value.scenario;
}
