/** What was written today, on the screen before the app's code runs. */
import { feelingsIn } from '../content/feelings.ts';
import { newestFirst } from '../features/journal/days.ts';
import { entryKind, parseEntry, type Entry } from '../features/journal/entry.ts';
import { wordOfFeeling } from '../features/journal/feelings.ts';
import { engineStateKey, type EngineState } from '../features/pauses/engine-state.ts';
import { parseDayStart } from '../features/pauses/rules-fields.ts';
import { isShared } from '../features/pauses/whereabouts.ts';
import { dayOf } from '../kernel/civil-time.ts';
import { isObject } from '../kernel/read.ts';
import type { FirstLook } from '../vault/first-look.ts';
import { itemOf, type Item } from '../vault/item.ts';
import { settingsView } from '../vault/settings-record.ts';
import { daysView, metaView, type View } from '../vault/view.ts';
import { cardPicture, isPlain } from './card-picture.ts';
import { hrefOf } from './routes.ts';
import { standIn } from './stand-ins.ts';

/** As Today would show them; none where it would show more than plain cards, or where others see the screen. */
export function entriesFound(look: FirstLook, at: number, zone: string): readonly Entry[] {
  if (mayBeShared(look.rows(metaView(engineStateKey))?.[0]?.value)) return [];
  const [settings] = itemsOf(look, settingsView);
  const day = dayOf(at, zone, parseDayStart(settings?.fields ?? {}));
  const entries = itemsOf(look, daysView(entryKind, day, day)).map(parseEntry);
  return entries.every(isPlain) ? newestFirst(entries) : [];
}

/** What the engine left is believed no further than that it can be read; none has run yet where there is nothing. */
function mayBeShared(state: unknown): boolean {
  if (state === undefined) return false;
  if (!isObject(state) || !isObject(state['around'])) return true;
  return isShared(state as Pick<EngineState, 'around'>);
}

const itemsOf = (look: FirstLook, view: View<'rec'>): Item[] =>
  (look.rows(view) ?? []).flatMap((row) => {
    const rec = look.recs.get(row.id);
    return rec ? [itemOf(rec, row.lv)] : [];
  });

/** Only where Today stands as the build rendered it, which the app takes over later. */
export function drawEntries(
  page: Document,
  entries: readonly Entry[],
  shell: string,
  languages: readonly string[],
): void {
  const place = page.querySelector('#app[aria-busy] #today-written ~ p');
  const model = page.querySelector<HTMLTemplateElement>('#card')?.content.firstElementChild;
  if (!place || !model) return;
  const { feelings } = feelingsIn(languages);
  const wordOf = (id: string): string => wordOfFeeling(feelings, id);
  standIn(
    page,
    place,
    entries.map((entry) =>
      cardPicture(model, entry, { wordOf, shell, href: hrefOf('entry', entry.id) }),
    ),
  );
}
