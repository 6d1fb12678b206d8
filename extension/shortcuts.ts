/** The keys of the manifest's commands, as the person has set them. */
import type { Keys } from '#core/ports.ts';

/** Newer than the types: in Firefox only. */
interface FirefoxCommands {
  readonly openShortcutSettings: () => Promise<void>;
}

export const keys: Keys = {
  all: async () =>
    (await chrome.commands.getAll()).map(({ name = '', shortcut = '' }) => ({
      name,
      key: shortcut,
    })),
  change: async () => {
    try {
      if (__FIREFOX__) await (chrome.commands as unknown as FirefoxCommands).openShortcutSettings();
      else await chrome.tabs.create({ url: 'chrome://extensions/shortcuts' });
      return true;
    } catch {
      return false; // another browser of the family keeps that page elsewhere
    }
  },
};
