/** Scripts of ours in other pages: registered where a person allowed them, and nowhere else. */
import type { PageAnswer } from '../messages.ts';
import { askTab } from './ask-page.ts';

export interface PageScript {
  readonly id: string;
  /** Its file in the build. */
  readonly file: string;
  /** In the page's own world instead of ours beside it. */
  readonly main?: boolean;
  /** Also in the frames of a page. */
  readonly frames?: boolean;
}

/** Where a script is registered to run; nowhere when it is not registered. */
export async function matchesOf({ id }: PageScript): Promise<readonly string[]> {
  const [registered] = await chrome.scripting.getRegisteredContentScripts({ ids: [id] });
  return registered?.matches ?? [];
}

/**
 * Registers a script for these match patterns, or takes it back when there are none. What it needed until now
 * and nothing of ours needs any more is given back to the browser. True when something changed.
 */
export async function keepScript(script: PageScript, matches: readonly string[]): Promise<boolean> {
  const before = await matchesOf(script);
  if (isSame(before, matches)) return false;
  const registered = registration(script, matches);
  if (matches.length === 0) await chrome.scripting.unregisterContentScripts({ ids: [script.id] });
  else if (before.length > 0) await chrome.scripting.updateContentScripts([registered]);
  else await chrome.scripting.registerContentScripts([registered]);
  await giveBack(before);
  return true;
}

/** In whatever order the browser gives them back. */
const isSame = (before: readonly string[], after: readonly string[]): boolean =>
  String(before.toSorted()) === String(after.toSorted());

function registration(
  { id, file, main = false, frames = false }: PageScript,
  matches: readonly string[],
): chrome.scripting.RegisteredContentScript {
  return {
    id,
    matches: [...matches],
    js: [fromRoot(file)],
    runAt: 'document_start',
    allFrames: frames,
    matchOriginAsFallback: frames,
    world: main ? 'MAIN' : 'ISOLATED',
  };
}

/**
 * Runs scripts now in the tabs that were open before they were registered. Where one answers to `answers`,
 * they run already. A tab that hangs takes as long as it hangs.
 */
export async function runInOpenTabs(
  scripts: readonly PageScript[],
  answers: keyof PageAnswer,
  matches: readonly string[],
): Promise<void> {
  if (matches.length === 0) return;
  const tabs = await chrome.tabs.query({ url: [...matches], discarded: false });
  const runs = tabs.map(async ({ id }) => {
    if (id === undefined || (await askTab(id, answers, 0)) !== 'gone') return;
    for (const script of scripts) await runNow(id, script);
  });
  // A page that the browser keeps for itself refuses; the others are none the worse for it.
  await Promise.allSettled(runs);
}

async function runNow(
  tabId: number,
  { file, main = false, frames = false }: PageScript,
): Promise<void> {
  await chrome.scripting.executeScript({
    target: { tabId, allFrames: frames },
    files: [fromRoot(file)],
    injectImmediately: true,
    world: main ? 'MAIN' : 'ISOLATED',
  });
}

/** Firefox reads a path from where the call is made. */
const fromRoot = (file: string): string => `/${file}`;

async function giveBack(origins: readonly string[]): Promise<void> {
  const scripts = await chrome.scripting.getRegisteredContentScripts();
  const needed = new Set(scripts.flatMap(({ matches }) => matches ?? []));
  const spare = origins.filter((origin) => !needed.has(origin));
  if (spare.length > 0) await chrome.permissions.remove({ origins: spare });
}
