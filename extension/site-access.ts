/** The browser's leave to see a site, asked for one site at a time. The worker gives it back. */
import type { SiteAccess } from '#core/ports.ts';

export const siteAccess: SiteAccess = {
  allowed: (pattern) => chrome.permissions.contains({ origins: [pattern] }),
  ask: (pattern) => chrome.permissions.request({ origins: [pattern] }),
  onChange: (listener) => {
    chrome.permissions.onAdded.addListener(listener);
    chrome.permissions.onRemoved.addListener(listener);
    return () => {
      chrome.permissions.onAdded.removeListener(listener);
      chrome.permissions.onRemoved.removeListener(listener);
    };
  },
};
