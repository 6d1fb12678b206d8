/** A pause before a site the person chose: who comes, who may go on, and when the minutes end. */
import { keptSites } from '#core/app/kept-sites.ts';
import { siteAt } from '#core/features/sites/address.ts';
import type { Site } from '#core/features/sites/site.ts';
import {
  arrive,
  close,
  endings,
  goOn,
  isRunning,
  nothingVisited,
  sayEnd,
  type Visit,
  withoutPass,
  type VisitMemory,
} from '#core/features/sites/visits.ts';
import { systemRandom } from '#core/kernel/random.ts';

import { clock } from '../clock.ts';
import type { ArrivalAnswer, VisitMessage } from '../messages.ts';
import { originOf } from '../origins.ts';
import { createTurns, inTurn } from './in-turn.ts';
import { keepScript, type PageScript } from './page-scripts.ts';
import { engineNow } from './pauses.ts';
import { openSmallWindow } from './surfaces.ts';
import { vault } from './vault.ts';

const script: PageScript = { id: 'arriving', file: 'content/arriving.js' };
const memoryKey = 'visits';
const minutesAlarm = 'minutes';

/** A queue of its own: a page that opens waits for nothing else that goes on here. */
const visitsInTurn = createTurns();

const sitesNow = async (): Promise<Site[]> => keptSites(await vault);

/** The browser forgets it when it closes: addresses are in it. */
async function memoryNow(): Promise<VisitMemory> {
  const { [memoryKey]: kept } = await chrome.storage.session.get<{ [memoryKey]?: VisitMemory }>(
    memoryKey,
  );
  return kept ?? nothingVisited;
}

const remember = (memory: VisitMemory): Promise<void> =>
  chrome.storage.session.set({ [memoryKey]: memory });

/** Registers every listener at once, like the rest of the worker. */
export function startVisits(): void {
  chrome.runtime.onInstalled.addListener(() => void watchSites());
  chrome.runtime.onStartup.addListener(() => void watchSites());
  chrome.permissions.onAdded.addListener(() => void watchSites());
  chrome.permissions.onRemoved.addListener(() => void watchSites());
  chrome.alarms.onAlarm.addListener(({ name }) => void (name === minutesAlarm && sayEnds()));
}

/** Nothing is known any more of where the person went, and no page is watched that is not on a list. */
export async function forgetVisits(): Promise<void> {
  await change(() => nothingVisited);
  await watchSites();
}

/** Our script runs in pages of the listed sites, as far as the browser allows, and nowhere else. */
export function watchSites(): Promise<void> {
  return inTurn(async () => {
    const listed = (await sitesNow()).map(({ host }) => originOf(host));
    await keepScript(script, [...new Set(listed)]);
  });
}

/** A page of a listed site opens in a tab. Nothing is remembered of private windows. */
export async function arrived(
  { tab, url }: chrome.runtime.MessageSender,
  turned: boolean,
): Promise<ArrivalAnswer> {
  if (tab?.id === undefined || url === undefined || tab.incognito) return 'go';
  if (new URL(url).origin === __PWA_ORIGIN__ || (await isQuiet())) return 'go';
  const { id } = tab;
  const answer = await visitsInTurn(async () => {
    const sites = await sitesNow();
    // Firefox can put our page in the place of the other one; elsewhere that one stays a step behind.
    const arrival = { url, tab: id, at: clock.wall(), turned, behind: !__FIREFOX__ };
    const arrived = arrive(await memoryNow(), sites, arrival, systemRandom);
    await remember(arrived.memory);
    return arrived.answer;
  });
  if (answer.type === 'ask')
    await chrome.tabs.update(id, { url: pageOf(answer.visit), ...replacing });
  return answer.type;
}

async function isQuiet(): Promise<boolean> {
  const { quiet } = await engineNow();
  return quiet !== null && quiet.until > clock.wall();
}

/** Newer than the types: Firefox only. */
const replacing = __FIREFOX__ ? { loadReplace: true } : {};

const pathOf = ({ id, site }: Visit): string => `site/index.html#${id}/${site}`;
const pageOf = (visit: Visit): string => chrome.runtime.getURL(pathOf(visit));

/** What our own page asks and tells. Answers differ with the message. */
export async function hearVisit(message: VisitMessage): Promise<unknown> {
  switch (message.type) {
    case 'which': {
      const memory = await memoryNow();
      const visit = memory.visits.find(({ id }) => id === message.visit) ?? null;
      const running = isRunning(memory.passes[message.site], clock.wall());
      return { visit, running };
    }
    case 'goOn':
      await change((memory) => goOn(memory, message.site, message.minutes, clock.wall()));
      return null;
    case 'close':
      await change((memory) => close(memory, message.site, message.visit));
      return null;
  }
}

function change(by: (memory: VisitMemory) => VisitMemory): Promise<void> {
  return visitsInTurn(async () => {
    const memory = by(await memoryNow());
    await remember(memory);
    await awaitEnd(memory);
  });
}

async function awaitEnd(memory: VisitMemory): Promise<void> {
  const { next } = endings(memory, clock.wall());
  if (next === null) await chrome.alarms.clear(minutesAlarm);
  else await chrome.alarms.create(minutesAlarm, { when: next });
}

/** Minutes have ended: whoever still looks at the site hears of it once, and nobody else does. */
async function sayEnds(): Promise<void> {
  const { around } = await engineNow();
  const still = around.sharing !== undefined || around.meeting !== undefined || (await isQuiet());
  const visits = await visitsInTurn(async () => {
    const at = clock.wall();
    let memory = await memoryNow();
    const sites = await sitesNow();
    const looking = still ? null : await tabInView();
    const said: Visit[] = [];
    for (const id of endings(memory, at).over) {
      const site = sites.find((known) => known.id === id);
      if (!site) memory = withoutPass(memory, id);
      else {
        const tab = looking && siteAt(looking.url, sites)?.id === id ? looking : null;
        const end = sayEnd(memory, site, tab, at, systemRandom);
        memory = end.memory;
        if (end.visit) said.push(end.visit);
      }
    }
    await remember(memory);
    await awaitEnd(memory);
    return said;
  });
  for (const visit of visits) await openSmallWindow(pathOf(visit), false);
}

/** The address is there for the sites that the browser lets us see, and for no others. */
async function tabInView(): Promise<{ id: number; url: string } | null> {
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  const { id, url, incognito } = tab ?? {};
  return id !== undefined && url !== undefined && incognito === false ? { id, url } : null;
}
