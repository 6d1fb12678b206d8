/** The browser's leave to see a site, asked for one site at a time. The worker gives it back. */
import type { SiteAccess } from '#core/ports.ts';

import { originOf } from './origins.ts';

export const siteAccess: SiteAccess = {
  allowed: (host) => chrome.permissions.contains({ origins: [originOf(host)] }),
  ask: (host) => chrome.permissions.request({ origins: [originOf(host)] }),
  onChange: (listener) => {
    chrome.permissions.onAdded.addListener(listener);
    chrome.permissions.onRemoved.addListener(listener);
    return () => {
      chrome.permissions.onAdded.removeListener(listener);
      chrome.permissions.onRemoved.removeListener(listener);
    };
  },
};
