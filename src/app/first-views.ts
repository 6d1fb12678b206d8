/** What the first screens follow: the first look reads just this. */
import { entryKind } from '../features/journal/entry.ts';
import { engineStateKey } from '../features/pauses/engine-state.ts';
import { promptViews } from '../features/pauses/prompt-rows.ts';
import { ruleLimits } from '../features/pauses/rules.ts';
import { dayOf } from '../kernel/civil-time.ts';
import { settingsView } from '../vault/settings-record.ts';
import { daysView, metaView, type View } from '../vault/view.ts';

/** Of a window that says when the next pause comes. */
export const pauseViews: readonly View[] = [settingsView, metaView(engineStateKey), ...promptViews];

/** Of Today: at what hour the person's day begins lies in the settings, so it may be one of two days. */
export function todayViews(at: number, zone: string): readonly View[] {
  const days = new Set(ruleLimits.dayStart.map((hour) => dayOf(at, zone, hour)));
  return [...pauseViews, ...[...days].map((day) => daysView(entryKind, day, day))];
}
