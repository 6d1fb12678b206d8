/** Nights as Open mHealth data points of the schema `omh:sleep-episode:1.1`, for programs that speak it. */
import { zoned } from '../../../kernel/civil-time.ts';
import type { KnownNight } from './known-nights.ts';
import { napStart } from './regularity.ts';

const schema = { namespace: 'omh', name: 'sleep-episode', version: '1.1' };
const minuteMs = 60_000;

const inZone = (instant: number, zone: string): string =>
  zoned(instant, zone).toString({ timeZoneName: 'never', smallestUnit: 'second' });

const point = (id: string, created: number, body: object): object => ({
  header: { id, creation_date_time: inZone(created, 'UTC'), schema_id: schema },
  body,
});

const minutes = (value: number | null): { value: number; unit: 'min' } | undefined =>
  value === null ? undefined : { value, unit: 'min' };

/** Only sleep that has a beginning and an end: the schema asks for both. */
export const openMhealth = (nights: readonly KnownNight[]): object[] =>
  nights.flatMap((known) => [...nightPoint(known), ...napPoints(known)]);

function nightPoint({ night, figures }: KnownNight): object[] {
  const { onset, wake, sol, waso, tst, maintenance } = figures;
  if (onset === null || wake === null) return [];
  // What is undefined is left out by JSON.
  const body = {
    effective_time_frame: {
      time_interval: {
        start_date_time: inZone(onset, night.zone),
        end_date_time: inZone(wake, night.zone),
      },
    },
    is_main_sleep: true,
    latency_to_sleep_onset: minutes(sol),
    latency_to_arising: minutes(night.tasafa),
    total_sleep_time: minutes(tst),
    wake_after_sleep_onset: minutes(waso),
    number_of_awakenings: night.awakenings ?? undefined,
    sleep_maintenance_efficiency_percentage:
      maintenance === null ? undefined : { value: maintenance, unit: '%' },
  };
  return [point(night.id, night.enteredAt, body)];
}

function napPoints({ night, figures: { times } }: KnownNight): object[] {
  const up = times.at.outOfBed ?? times.at.finalWake;
  return Object.entries(night.naps).flatMap(([id, { start, min }]) => {
    if (start === null || up === undefined) return [];
    const from = napStart(up, start, night.zone);
    const time_interval = {
      start_date_time: inZone(from, night.zone),
      end_date_time: inZone(from + min * minuteMs, night.zone),
    };
    const body = {
      effective_time_frame: { time_interval },
      is_main_sleep: false,
      total_sleep_time: minutes(min),
    };
    return [point(`${night.id}:nap:${id}`, night.enteredAt, body)];
  });
}
