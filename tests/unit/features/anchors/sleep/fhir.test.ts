import { expect, test } from 'vitest';

import { fhirBundle } from '#core/features/anchors/sleep/fhir.ts';
import { knownNight } from '#core/features/anchors/sleep/known-nights.ts';
import { blankNight, type Night } from '#core/features/anchors/sleep/night.ts';

import { seeded } from '../../../../support/seeded.ts';
import { faultsOf } from './support/fhir-r4.ts';
import { randomNight } from './support/random-night.ts';

const now = Date.UTC(2026, 5, 12, 9);
const night = (date: string, told: Partial<Night>): Night => ({
  ...blankNight(date, 'Europe/Berlin'),
  ...told,
});
const slept = {
  ...{ intoBed: '23:10', trySleep: '23:30', finalWake: '06:50', outOfBed: '07:03' },
  ...{ sol: 20, awakenings: 2, waso: 30, tasafa: 0, enteredAt: Date.UTC(2026, 5, 10, 6) },
};

/** As it is read back from the file. */
function fileOf(nights: readonly Night[], seed = 1): Record<string, unknown> {
  const random = seeded(seed).bytes;
  return JSON.parse(JSON.stringify(fhirBundle(nights.map(knownNight), { now, random }))) as Record<
    string,
    unknown
  >;
}

interface Entry {
  readonly fullUrl: string;
  readonly resource: Record<string, unknown>;
}

const entriesOf = (file: Record<string, unknown>): Entry[] => file['entry'] as Entry[];

test('a night is an episode with its parts, and its length in hours, about somebody without a name', () => {
  const file = fileOf([night('2026-06-10', slept)]);
  const [patient, episode, length, ...more] = entriesOf(file);
  expect(file).toMatchObject({
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: '2026-06-12T09:00:00+00:00',
  });
  expect(patient?.resource).toEqual({ resourceType: 'Patient' });
  const whose = { reference: patient?.fullUrl };
  const coding = (system: string, code: string, display: string): object => ({
    coding: [{ system, code, display }],
  });
  const shared = {
    resourceType: 'Observation',
    status: 'final',
    category: [
      coding(
        'http://terminology.hl7.org/CodeSystem/observation-category',
        'social-history',
        'Social History',
      ),
    ],
    subject: whose,
    performer: [whose],
    issued: '2026-06-10T06:00:00+00:00',
    effectivePeriod: { start: '2026-06-09T23:50:00+02:00', end: '2026-06-10T06:50:00+02:00' },
  };
  const parts = 'http://hl7.org/fhir/uv/phr/CodeSystem/sleep-episode-codes';
  const measured = (value: number, unit: string): object => ({
    valueQuantity: { value, unit, system: 'http://unitsofmeasure.org', code: unit },
  });
  const part = (code: string, display: string, value: object): object => ({
    code: coding(parts, code, display),
    ...value,
  });
  expect(episode?.resource).toEqual({
    ...shared,
    code: coding(
      'http://hl7.org/fhir/uv/phr/CodeSystem/observation-pghd-codes',
      'sleepEpisode',
      'Sleep episode',
    ),
    component: [
      part('latencyToSleepOnset', 'Latency to sleep onset', measured(20, 'min')),
      part('latencyToArising', 'Latency to arising', measured(0, 'min')),
      part('totalSleepTime', 'Total sleep time', measured(390, 'min')),
      part('wakeAfterSleepOnset', 'Wake after sleep onset', measured(30, 'min')),
      part('numberOfAwakenings', 'Number of awakenings', { valueInteger: 2 }),
      part('sleepEfficiencyPercentage', 'Sleep efficiency percentage', measured(82.5, '%')),
      part('isMainSleep', 'Is main sleep', { valueBoolean: true }),
    ],
  });
  expect(length?.resource).toEqual({
    ...shared,
    code: coding('http://loinc.org', '93832-4', 'Sleep duration'),
    ...measured(6.5, 'h'),
    derivedFrom: [{ reference: episode?.fullUrl }],
  });
  expect(more).toEqual([]);
});

test('a nap is an episode of its own, and what is not known is not said', () => {
  const { sol, ...rest } = slept;
  const naps = { a: { start: '13:10', min: 20 }, b: { start: null, min: 60 } };
  const nights = [
    night('2026-06-10', { ...rest, naps, enteredAt: 0 }),
    night('2026-06-11', { ...rest, sol, waso: null }),
  ];
  const told = entriesOf(fileOf(nights)).map(({ resource }) => resource);
  expect(told.map((each) => each['effectivePeriod'])).toEqual([
    undefined,
    { start: '2026-06-10T13:10:00+02:00', end: '2026-06-10T13:30:00+02:00' },
    { start: '2026-06-10T13:10:00+02:00', end: '2026-06-10T13:30:00+02:00' },
    // Without the time awake in the night nobody knows how long the sleep was.
    { start: '2026-06-10T23:50:00+02:00', end: '2026-06-11T06:50:00+02:00' },
  ]);
  const nap = JSON.stringify(told[1]);
  expect(nap).toContain('"valueBoolean":false');
  expect(nap).not.toContain('issued');
  expect(nap).not.toContain('wakeAfterSleepOnset');
  expect(JSON.stringify(told[3])).not.toContain('totalSleepTime');
});

test('no two files have a number in common, by which somebody could be known again', () => {
  const nights = [night('2026-06-10', slept)];
  const numbers = [1, 2].flatMap((seed) => entriesOf(fileOf(nights, seed)));
  expect(new Set(numbers.map(({ fullUrl }) => fullUrl)).size).toBe(6);
});

test('whatever the nights are, the file is what R4 asks for', () => {
  const chance = seeded(7);
  expect(faultsOf(fileOf([]))).toEqual([]);
  for (let run = 0; run < 15; run++) {
    const nights = Array.from({ length: 8 }, () => ({
      ...randomNight(chance),
      enteredAt: chance.below(2) * now,
    }));
    expect(faultsOf(fileOf(nights, run))).toEqual([]);
  }
});

test.each<[string, Record<string, unknown>]>([
  ['the status done', { status: 'done' }],
  ['a code without its system', { code: undefined }],
  ['Bundle.entry.1.resource.component is empty', { component: [] }],
  ['Patient/1 is nowhere', { subject: { reference: 'Patient/1' } }],
  [
    'the time 2026-06-09',
    { effectivePeriod: { start: '2026-06-09', end: '2026-06-10T06:50:00Z' } },
  ],
])('that check tells of %s', (fault, spoilt) => {
  const file = fileOf([night('2026-06-10', slept)]);
  const [patient, episode] = entriesOf(file);
  const other = { ...episode, resource: { ...episode?.resource, ...spoilt } };
  expect(faultsOf({ ...file, entry: [patient, episode] })).toEqual([]);
  expect(faultsOf({ ...file, entry: [patient, other] })).toContain(fault);
});
