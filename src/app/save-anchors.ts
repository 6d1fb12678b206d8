/** Anchors and their days as a zip for other habit apps. */
import { anchorKind, parseAnchor } from '../features/anchors/own/anchor.ts';
import { dayNoteKind, parseDayNote } from '../features/anchors/own/day-note.ts';
import { loopFiles } from '../features/anchors/own/loop-files.ts';
import type { Bytes } from '../kernel/bytes.ts';
import { zoned } from '../kernel/civil-time.ts';
import { lastDay } from '../kernel/dates.ts';
import { byPlace } from '../kernel/placed.ts';
import type { Item } from '../vault/item.ts';
import { rowsOfDays } from '../vault/rows-of-days.ts';
import type { Comma } from './comma.svelte.ts';
import { runWorker } from './run-worker.ts';
import { saveFile } from './save-file.ts';

/** False where there is nothing to save. */
export async function saveAnchors({ vault, ports: { clock } }: Comma): Promise<boolean> {
  const living = async (kind: string): Promise<Item[]> =>
    (await vault.openRows(await rowsOfDays(vault.db, kind, '', lastDay).toArray())).filter(
      ({ alive }) => alive,
    );
  const anchors = (await living(anchorKind)).flatMap((item) => parseAnchor(item) ?? []);
  if (anchors.length === 0) return false;
  const notes = (await living(dayNoteKind)).flatMap((item) => parseDayNote(item) ?? []);
  const files = loopFiles(anchors.toSorted(byPlace), notes);
  const day = zoned(clock.wall(), clock.zone()).toPlainDate().toString();
  const zip = await runWorker<Bytes>('zip', files);
  saveFile(`habits-${day}.zip`, zip, 'application/zip');
  return true;
}
