/** Counts for Prometheus, in its text format: totals only, nothing about any one vault or caller. */
import type { Refusal } from '../src/sync/protocol/refusal.ts';
import type { Route } from '../src/sync/protocol/routes.ts';
import type { Sent } from './push-message.ts';

/** Seconds (chosen): from an empty pull to a slow disk. */
const buckets = [0.001, 0.005, 0.025, 0.1, 0.5, 2.5];

interface Timing {
  readonly within: number[];
  sum: number;
  count: number;
}

export interface Metrics {
  answered(route: Route | 'unknown', status: number, seconds: number): void;
  refused(refusal: Refusal): void;
  moved(kind: 'pulled' | 'pushed' | 'conflicting', rows: number, bytes: number): void;
  pushed(outcome: Sent['type'] | 'Late'): void;
  claimed(): void;
  /** Open event streams, by how many there are now. */
  listening(streams: number): void;
  text(memoryBytes: number): string;
}

export function createMetrics(): Metrics {
  const requests = new Map<string, number>();
  const timings = new Map<string, Timing>();
  const refusals = new Map<string, number>();
  const rows = new Map<string, number>();
  const bytes = new Map<string, number>();
  const pushes = new Map<string, number>();
  let claims = 0;
  let streams = 0;

  return {
    answered(route, status, seconds) {
      add(requests, `route="${route}",status="${status}"`, 1);
      const timing = timings.get(route) ?? { within: buckets.map(() => 0), sum: 0, count: 0 };
      for (const [at, most] of buckets.entries())
        if (seconds <= most) timing.within[at] = (timing.within[at] ?? 0) + 1;
      timing.sum += seconds;
      timing.count++;
      timings.set(route, timing);
    },
    refused(refusal) {
      add(refusals, `reason="${refusal}"`, 1);
    },
    moved(kind, howMany, size) {
      add(rows, `kind="${kind}"`, howMany);
      add(bytes, `kind="${kind}"`, size);
    },
    pushed(outcome) {
      add(pushes, `outcome="${outcome.toLowerCase()}"`, 1);
    },
    claimed() {
      claims++;
    },
    listening(now) {
      streams = now;
    },
    text: (memory) =>
      [
        ...family('comma_requests_total', 'counter', 'Requests answered.', requests),
        ...family('comma_refusals_total', 'counter', 'Requests refused, by reason.', refusals),
        ...family('comma_rows_total', 'counter', 'Rows that travelled.', rows),
        ...family('comma_bytes_total', 'counter', 'Bytes of ciphertext that travelled.', bytes),
        ...family('comma_pushes_total', 'counter', 'Pushes to wake a device.', pushes),
        ...family('comma_claims_total', 'counter', 'Vaults claimed.', new Map([['', claims]])),
        ...family('comma_streams', 'gauge', 'Open event streams.', new Map([['', streams]])),
        ...family(
          'process_resident_memory_bytes',
          'gauge',
          'Memory of this process.',
          new Map([['', memory]]),
        ),
        ...histogram('comma_request_seconds', 'Time to answer.', timings),
        '',
      ].join('\n'),
  };
}

function add(totals: Map<string, number>, labels: string, amount: number): void {
  totals.set(labels, (totals.get(labels) ?? 0) + amount);
}

const about = (name: string, type: string, help: string): string[] => [
  `# HELP ${name} ${help}`,
  `# TYPE ${name} ${type}`,
];

function family(
  name: string,
  type: 'counter' | 'gauge',
  help: string,
  totals: ReadonlyMap<string, number>,
): string[] {
  const lines = [...totals].map(([labels, total]) => `${name}${braced(labels)} ${total}`);
  return [...about(name, type, help), ...lines];
}

const braced = (labels: string): string => (labels === '' ? '' : `{${labels}}`);

function histogram(name: string, help: string, timings: ReadonlyMap<string, Timing>): string[] {
  const lines = [...timings].flatMap(([route, { within, sum, count }]) => [
    ...buckets.map(
      (most, at) => `${name}_bucket{route="${route}",le="${most}"} ${within[at] ?? 0}`,
    ),
    `${name}_bucket{route="${route}",le="+Inf"} ${count}`,
    `${name}_sum{route="${route}"} ${sum}`,
    `${name}_count{route="${route}"} ${count}`,
  ]);
  return [...about(name, 'histogram', help), ...lines];
}
