/** Calls in the tabs of call sites, and a screen that is shared from there, where the person allowed it. */
import { callSites } from '#core/features/pauses/call-sites.ts';
import { readSettings } from '#core/vault/settings-record.ts';

import type { LiveMedia } from '../content/live-media.ts';
import { originOf } from '../origins.ts';
import { wishesNow } from '../wishes.ts';
import { askTab } from './ask-page.ts';
import { inTurn } from './in-turn.ts';
import { keepScript, matchesOf, runInOpenTabs, type PageScript } from './page-scripts.ts';
import { vault } from './vault.ts';

const inPage: PageScript = {
  id: 'page-media',
  file: 'content/page-media.js',
  main: true,
  frames: true,
};
const beside: PageScript = { id: 'calls', file: 'content/calls.js', frames: true };

interface Seen {
  readonly meeting: boolean;
  readonly sharing: boolean;
}

/** A frame that told of a call. What it said last counts only while it is too busy to answer. */
interface Frame {
  readonly tab: number;
  readonly frame: number;
  readonly said: LiveMedia | null;
}

const framesKey = 'call-frames';

async function framesNow(): Promise<readonly Frame[]> {
  const { [framesKey]: kept } = await chrome.storage.session.get<{
    [framesKey]?: readonly Frame[];
  }>(framesKey);
  return kept ?? [];
}

const keepFrames = (frames: readonly Frame[]): Promise<void> =>
  chrome.storage.session.set({ [framesKey]: frames });

/** Something about a call changed there: from now on it is asked, until it has nothing to say. */
export function rememberFrame(tab: number, frame: number): Promise<void> {
  return inTurn(async () => {
    const frames = await framesNow();
    if (frames.some((known) => known.tab === tab && known.frame === frame)) return;
    await keepFrames([...frames, { tab, frame, said: null }]);
  });
}

export async function callsNow(): Promise<Seen> {
  const [live, tabs, sharing] = await Promise.all([liveFrames(), tabsInCall(), screenShared()]);
  return {
    meeting: tabs || live.some(({ call }) => call),
    sharing: sharing || live.some((each) => each.sharing),
  };
}

async function liveFrames(): Promise<readonly LiveMedia[]> {
  const frames = await framesNow();
  if (frames.length === 0) return [];
  const asked = await Promise.all(frames.map(askFrame));
  const live = asked.filter((frame) => frame.said?.call === true);
  await keepFrames(live);
  return live.flatMap(({ said }) => said ?? []);
}

async function askFrame(known: Frame): Promise<Frame> {
  const heard = await askTab(known.tab, 'live', known.frame);
  if (heard === 'busy') return known;
  return { ...known, said: heard === 'gone' ? null : heard };
}

/** Newer than the types, and in Firefox only: what the tab shares, told without any leave. */
interface SharingTab extends chrome.tabs.Tab {
  readonly sharingState?: {
    readonly camera?: boolean;
    readonly microphone?: boolean;
    readonly screen?: string;
  };
}

/** Also a tab in which our scripts came too late for the call that is on. */
async function tabsInCall(): Promise<boolean> {
  const url = await matchesOf(beside);
  if (url.length === 0) return false;
  const tabs: SharingTab[] = await chrome.tabs.query({ url: [...url] });
  return tabs.some(
    ({ audible, sharingState: shares }) =>
      audible === true || shares?.camera === true || shares?.microphone === true,
  );
}

async function screenShared(): Promise<boolean> {
  if (!__FIREFOX__) return false;
  const tabs: SharingTab[] = await chrome.tabs.query({});
  return tabs.some(({ sharingState }) => sharingState?.screen !== undefined);
}

/** Resolves with what brings them into the tabs that are open. */
export async function keepCallScripts(): Promise<() => Promise<void>> {
  const wished = (await wishesNow()).calls === true;
  const sites = wished ? callSites(await readSettings(await vault)) : [];
  const matches = sites.map(originOf);
  const scripts = [inPage, beside];
  const news: boolean[] = [];
  for (const script of scripts) news.push(await keepScript(script, matches));
  return () => runInOpenTabs(scripts, 'live', news.includes(true) ? matches : []);
}
