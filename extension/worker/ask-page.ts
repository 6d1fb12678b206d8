import type { PageAnswer, PageQuestion } from '../messages.ts';

/** A page that is busy for longer than this is not waited for (chosen): pauses are. */
const patienceMs = 500;

/** `gone`: nobody is there to answer. `busy`: somebody is, who has no time. Null: nobody has anything to say. */
export type Heard<Type extends keyof PageAnswer> = PageAnswer[Type] | null | 'gone' | 'busy';

/** Asks our scripts in one frame of a tab, or in all of them; the first answer counts. */
export function askTab<Type extends keyof PageAnswer>(
  tab: number,
  type: Type,
  frame?: number,
): Promise<Heard<Type>> {
  const to = frame === undefined ? {} : { frameId: frame };
  return inTime<Type>(chrome.tabs.sendMessage(tab, question(type), to));
}

/** Asks the pages of our own that are open. */
export const askOwnPages = <Type extends keyof PageAnswer>(type: Type): Promise<Heard<Type>> =>
  inTime<Type>(chrome.runtime.sendMessage(question(type)));

const question = (type: keyof PageAnswer): PageQuestion => ({ to: 'page', type });

async function inTime<Type extends keyof PageAnswer>(
  asking: Promise<PageAnswer[Type] | undefined>,
): Promise<Heard<Type>> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const busy = new Promise<'busy'>((resolve) => {
    timer = setTimeout(resolve, patienceMs, 'busy');
  });
  const answer = asking.then(
    (heard) => heard ?? null,
    (failure: unknown) => (isUnanswered(failure) ? null : ('gone' as const)),
  );
  const heard = await Promise.race([answer, busy]);
  clearTimeout(timer);
  return heard;
}

/** Chrome says it when every listener kept still; both browsers tell it by words alone. */
const isUnanswered = (failure: unknown): boolean =>
  failure instanceof Error && failure.message.includes('before a response was received');
