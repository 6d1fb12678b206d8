/** The anchors and what was noted of them lately, for whoever shows a line of each. */
import { Logged } from '../features/anchors/own/logged.svelte.ts';
import { daysBefore } from '../kernel/dates.ts';
import type { Comma } from './comma.svelte.ts';

/** A month of it, and the days before that tell a return. */
const daysBack = 36;

export function loggedLately(comma: Comma): Logged {
  const dayStart = $derived(comma.pauses.rules.dayStart);
  const today = $derived(comma.pauses.today);
  return new Logged(comma.vault, comma.ahead, {
    span: () => ({
      from: daysBefore(today, daysBack),
      until: today,
    }),
    dayStart: () => dayStart,
    heard: (result) => comma.kept(result),
  });
}
