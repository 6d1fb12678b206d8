/**
 * Nights as a bundle of FHIR R4, for the programs of a clinic. Each sleep is told twice: as an episode by HL7's
 * draft for personal health records (`pghd-sleep-episode`), and its length alone by LOINC, which all of them know.
 */
import type { Random } from '../../../kernel/random.ts';
import { episodesOf, inZone, type Episode } from './episodes.ts';
import type { KnownNight } from './known-nights.ts';
import { createUuid } from './uuid.ts';

const systems = {
  category: 'http://terminology.hl7.org/CodeSystem/observation-category',
  kinds: 'http://hl7.org/fhir/uv/phr/CodeSystem/observation-pghd-codes',
  parts: 'http://hl7.org/fhir/uv/phr/CodeSystem/sleep-episode-codes',
  loinc: 'http://loinc.org',
  ucum: 'http://unitsofmeasure.org',
};

interface Coded {
  readonly coding: readonly [
    { readonly system: string; readonly code: string; readonly display: string },
  ];
}

const coded = (system: string, code: string, display: string): Coded => ({
  coding: [{ system, code, display }],
});

const quantity = (value: number, unit: 'min' | 'h' | '%'): object => ({
  valueQuantity: { value, unit, system: systems.ucum, code: unit },
});

/** Who slept is a number made anew for each file, so that no two of them can be laid side by side. */
export function fhirBundle(
  nights: readonly KnownNight[],
  { now, random }: { readonly now: number; readonly random: Random },
): object {
  const patient = `urn:uuid:${createUuid(random)}`;
  return {
    resourceType: 'Bundle',
    type: 'collection',
    timestamp: inZone(now, 'UTC'),
    entry: [
      { fullUrl: patient, resource: { resourceType: 'Patient' } },
      ...episodesOf(nights).flatMap((episode) => entriesOf(episode, patient, random)),
    ],
  };
}

function entriesOf(episode: Episode, patient: string, random: Random): object[] {
  const whose = { reference: patient };
  const shared = {
    resourceType: 'Observation',
    status: 'final',
    category: [coded(systems.category, 'social-history', 'Social History')],
    subject: whose,
    effectivePeriod: { start: episode.from, end: episode.until },
    ...(episode.enteredAt > 0 && { issued: inZone(episode.enteredAt, 'UTC') }),
    performer: [whose],
  };
  const reference = `urn:uuid:${createUuid(random)}`;
  const whole = {
    ...shared,
    code: coded(systems.kinds, 'sleepEpisode', 'Sleep episode'),
    component: partsOf(episode),
  };
  const entry = { fullUrl: reference, resource: whole };
  if (episode.tst === null) return [entry];
  const length = {
    ...shared,
    code: coded(systems.loinc, '93832-4', 'Sleep duration'),
    ...quantity(Math.round((episode.tst / 60) * 100) / 100, 'h'),
    derivedFrom: [{ reference }],
  };
  return [entry, { fullUrl: `urn:uuid:${createUuid(random)}`, resource: length }];
}

function partsOf(episode: Episode): object[] {
  const part = (code: string, display: string, value: object): object => ({
    code: coded(systems.parts, code, display),
    ...value,
  });
  const measured = (
    code: string,
    display: string,
    value: number | null,
    unit: 'min' | '%' = 'min',
  ): object[] => (value === null ? [] : [part(code, display, quantity(value, unit))]);
  const { awakenings } = episode;
  return [
    ...measured('latencyToSleepOnset', 'Latency to sleep onset', episode.sol),
    ...measured('latencyToArising', 'Latency to arising', episode.tasafa),
    ...measured('totalSleepTime', 'Total sleep time', episode.tst),
    ...measured('wakeAfterSleepOnset', 'Wake after sleep onset', episode.waso),
    ...(awakenings === null
      ? []
      : [part('numberOfAwakenings', 'Number of awakenings', { valueInteger: awakenings })]),
    ...measured(
      'sleepEfficiencyPercentage',
      'Sleep efficiency percentage',
      episode.efficiency,
      '%',
    ),
    part('isMainSleep', 'Is main sleep', { valueBoolean: episode.isMain }),
  ];
}
