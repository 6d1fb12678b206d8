/** That keys go in, where the person lets Comma notice it; in Comma's own pages always. */
import { everyPage } from '../origins.ts';
import { wishesNow } from '../wishes.ts';
import { clock } from '../clock.ts';
import { askOwnPages, askTab, type Heard } from './ask-page.ts';
import { keepScript, runInOpenTabs, type PageScript } from './page-scripts.ts';

const script: PageScript = { id: 'keys', file: 'content/keys.js', frames: true };

/** When a key last went into the page in front; only the page in front is asked. */
export async function typedAtNow(): Promise<number | undefined> {
  const answers = await Promise.all([askOwnPages('keys'), askTabInFront()]);
  const ago = answers.filter((heard) => typeof heard === 'number');
  return ago.length === 0 ? undefined : clock.wall() - Math.min(...ago);
}

async function askTabInFront(): Promise<Heard<'keys'>> {
  if ((await wishesNow()).typing !== true) return null;
  const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
  return tab?.id === undefined ? null : askTab(tab.id, 'keys');
}

/** Resolves with what brings it into the tabs that are open. */
export async function keepKeyScript(): Promise<() => Promise<void>> {
  const matches = (await wishesNow()).typing === true ? [everyPage] : [];
  const isNew = await keepScript(script, matches);
  return () => runInOpenTabs([script], 'keys', isNew ? matches : []);
}
