/** Nights as Open mHealth data points of the schema `omh:sleep-episode:1.1`, for programs that speak it. */
import { episodesOf, inZone } from './episodes.ts';
import type { KnownNight } from './known-nights.ts';

const schema = { namespace: 'omh', name: 'sleep-episode', version: '1.1' };

const minutes = (value: number | null): { value: number; unit: 'min' } | undefined =>
  value === null ? undefined : { value, unit: 'min' };

export const openMhealth = (nights: readonly KnownNight[]): object[] =>
  episodesOf(nights).map((episode) => ({
    header: {
      id: episode.id,
      creation_date_time: inZone(episode.enteredAt, 'UTC'),
      schema_id: schema,
    },
    // What is undefined is left out by JSON.
    body: {
      effective_time_frame: {
        time_interval: { start_date_time: episode.from, end_date_time: episode.until },
      },
      is_main_sleep: episode.isMain,
      latency_to_sleep_onset: minutes(episode.sol),
      latency_to_arising: minutes(episode.tasafa),
      total_sleep_time: minutes(episode.tst),
      wake_after_sleep_onset: minutes(episode.waso),
      number_of_awakenings: episode.awakenings ?? undefined,
      sleep_maintenance_efficiency_percentage:
        episode.maintenance === null ? undefined : { value: episode.maintenance, unit: '%' },
    },
  }));
