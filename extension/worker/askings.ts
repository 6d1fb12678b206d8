/** What a person asks of the worker without a page of ours: by a key, or in a menu. */
import { contentFor } from '#core/content/index.ts';
import { menuIn } from '#core/content/menu.ts';
import { hourMs } from '#core/kernel/civil-time.ts';

import { clock } from '../clock.ts';
import { inTurn } from './in-turn.ts';
import { keepNote } from './notes.ts';
import { take } from './pauses.ts';
import { sayOnIcon } from './surfaces.ts';

/** The commands of the manifest that are not the browser's own, and what the menus name the same. */
const askings: Readonly<Record<string, () => Promise<void>>> = {
  'pause-now': () => take({ type: 'pauseNow' }),
  'quiet-hour': async () => {
    await take({ type: 'quiet', until: clock.wall() + hourMs, by: 'length' });
    await sayOnIcon('1h');
  },
};

const keepId = 'keep-note';

/** Registers every listener at once, like the rest of the worker. */
export function startAskings(): void {
  chrome.commands.onCommand.addListener((command) => void askings[command]?.());
  chrome.contextMenus.onClicked.addListener(({ menuItemId, selectionText = '' }) => {
    if (menuItemId === keepId) void keep(selectionText);
    else void askings[menuItemId]?.();
  });
  chrome.runtime.onInstalled.addListener(() => void makeMenus());
  // The browser may speak another language now, and an update of it may have lost them.
  chrome.runtime.onStartup.addListener(() => void makeMenus());
}

/** However often it is called, each entry is there once. */
function makeMenus(): Promise<void> {
  return inTurn(async () => {
    const words = menuIn(navigator.languages);
    await chrome.contextMenus.removeAll();
    const asked = [
      ['pause-now', words.pauseNow],
      ['quiet-hour', words.quietHour],
    ] as const;
    for (const [id, title] of asked)
      chrome.contextMenus.create({ id, title, contexts: ['action', 'page'] });
    chrome.contextMenus.create({ id: keepId, title: words.keepNote, contexts: ['selection'] });
  });
}

/** The words stay selected where they are: nothing is lost when they cannot be kept. */
async function keep(words: string): Promise<void> {
  const kept = await keepNote(words);
  const title = kept
    ? contentFor(navigator.languages).words.notification.title
    : menuIn(navigator.languages).notKept;
  await chrome.action.setTitle({ title });
  await sayOnIcon(kept ? '✓' : '!');
}
