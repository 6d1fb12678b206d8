/** Lines of a month that one practice brought, one under the other. */
import type { Practice } from '../content/practice.ts';
import { newestFirst } from '../features/journal/days.ts';
import { entryKind, isPrivate, parseEntry } from '../features/journal/entry.ts';
import { answerIn, hasQuestions } from '../features/practices/answer-in.ts';
import { liveItems, type Live } from '../vault/live.svelte.ts';
import type { Vault } from '../vault/vault.ts';
import { daysView } from '../vault/view.ts';

export interface MonthLine {
  readonly entry: string;
  readonly day: string;
  readonly line: string;
  /** What kind of a line it is, in words; empty when that was not said. */
  readonly tag: string;
}

/** `month` as `2026-11`. What is private is on no page that was not asked for it. */
export const monthPage = (
  vault: Vault,
  practice: Practice,
  month: string,
): Live<readonly MonthLine[] | null> =>
  liveItems<readonly MonthLine[] | null>(
    vault,
    [daysView(entryKind, `${month}-01`, `${month}-31`)],
    (items) => {
      const entries = items
        .filter(({ alive, fields }) => alive && fields['practice'] === practice.id)
        .map(parseEntry)
        .filter((entry) => !isPrivate(entry) && entry.opensAt === null);
      return newestFirst(entries)
        .toReversed()
        .map(({ id, day, text }) => {
          const line = answerIn(text, practice, practice.page?.line ?? '');
          const tag = answerIn(text, practice, practice.page?.tag ?? '');
          // Written over freely, all of it is the line.
          return { entry: id, day, line: hasQuestions(text, practice) ? line : text, tag };
        })
        .filter(({ line }) => line !== '');
    },
    null,
  );
