/** What a kept power check says of safety, for the help screen. */
import type { Practice } from '../content/practice.ts';
import { practicesFor } from '../content/practices.ts';
import { planKind, planRecordId } from '../features/help/plan.ts';
import { safetyFields, safetyRecordName, type Safety } from '../features/help/safety.ts';
import { isShown, type Answers, type Play } from '../features/practices/play.ts';
import type { Result } from '../kernel/result.ts';
import type { Ahead } from '../vault/ahead.svelte.ts';
import type { WriteFailure } from '../vault/item.ts';
import type { Comma } from './comma.svelte.ts';

/** The page that a practice leads to when a no is not safe. */
export const notSafeCard = 'when-it-is-not-safe';

/** Whether an answer was one that the page about it follows. */
export const notSafeIn = ({ steps }: Practice, answers: Answers): boolean =>
  steps.some(
    (step) => step.k === 'card' && step.of === notSafeCard && step.when && isShown(step, answers),
  );

/**
 * Only what was kept counts: of a check that was let go, nothing is remembered. A safe answer about one person says nothing of
 * another, so it takes nothing back. `entry` is where it was kept.
 */
export async function noteSafety(
  { ahead, ports }: Pick<Comma, 'ahead' | 'ports'>,
  { practice: id, answers }: Pick<Play, 'practice' | 'answers'>,
  entry: string,
): Promise<void> {
  const practice = practicesFor(ports.languages).practices.find((each) => each.id === id);
  if (practice && notSafeIn(practice, answers)) await putSafety(ahead, { first: true, entry });
}

export const putSafety = (ahead: Ahead, safety: Safety): Promise<Result<unknown, WriteFailure>> =>
  ahead.write({
    ...{ id: planRecordId(safetyRecordName), kind: planKind },
    fields: safetyFields(safety),
  });
