/**
 * The extension's manifest for one browser. The required permissions give no install warning in Chrome;
 * whatever would is optional and asked in context.
 */
import { type ManifestV3Export } from '@crxjs/vite-plugin';

import { extensionKey } from '../src/sync/protocol/extension-address.ts';
import pkg from '../package.json' with { type: 'json' };

export type Target = 'chrome' | 'firefox';

/** Firefox has no offscreen documents (its event page plays sound itself) and no side panel permission. */
export const requiredPermissions: Readonly<Record<Target, readonly string[]>> = {
  chrome: [
    'alarms',
    'idle',
    'storage',
    'unlimitedStorage',
    'scripting',
    'activeTab',
    'offscreen',
    'sidePanel',
    'contextMenus',
  ],
  firefox: [
    'alarms',
    'idle',
    'storage',
    'unlimitedStorage',
    'scripting',
    'activeTab',
    'contextMenus',
  ],
};

/** The extension loads from the browser's own storage; it may speak to the relay beside the app, and to those that its build names. */
const contentSecurityPolicy = (relays: readonly string[]): string =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "img-src 'self' data:",
    "font-src 'self'",
    "media-src 'self' blob:",
    "worker-src 'self'",
    ["connect-src 'self'", ...relays].join(' '),
    "base-uri 'none'",
    "form-action 'none'",
    "frame-ancestors 'none'",
  ].join('; ');

const icons = {
  16: 'icons/16.png',
  32: 'icons/32.png',
  48: 'icons/48.png',
  128: 'icons/128.png',
};

/** Match patterns name no port, so every port of the host matches; the bridge compares the whole origin. */
function pageOf(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}

export function manifest(
  target: Target,
  pwaOrigin: string,
  otherRelays: readonly string[],
): ManifestV3Export {
  const shared = {
    manifest_version: 3,
    name: 'Comma',
    version: pkg.version,
    description: pkg.description,
    icons,
    permissions: [...requiredPermissions[target]],
    optional_permissions: ['notifications'],
    // Asked for one site at a time, when the person puts it on their list.
    optional_host_permissions: ['*://*/*'],
    action: { default_title: 'Comma', default_popup: 'popup/index.html', default_icon: icons },
    options_ui: { page: 'app/index.html', open_in_tab: true },
    content_security_policy: {
      extension_pages: contentSecurityPolicy([pwaOrigin, ...otherRelays]),
    },
    // With these two held, Chrome keeps C, P and nine more letters for itself, and gives an extension no key there.
    commands: {
      _execute_action: { suggested_key: { default: 'Alt+Shift+Comma' } },
      'pause-now': {
        suggested_key: { default: 'Alt+Shift+Period' },
        description: 'Take a pause now',
      },
      'quiet-hour': {
        suggested_key: { default: 'Alt+Shift+Q' },
        description: 'Quiet for an hour',
      },
    },
  };
  const chrome = {
    ...shared,
    key: extensionKey,
    minimum_chrome_version: '144', // the first with native Temporal
    background: { service_worker: 'background.ts', type: 'module' },
    side_panel: { default_path: 'panel/index.html' },
    externally_connectable: { matches: [pageOf(pwaOrigin)] },
  };
  const firefox = {
    ...shared,
    background: { scripts: ['background.ts'], type: 'module' },
    sidebar_action: {
      default_title: 'Comma',
      default_panel: 'panel/index.html',
      default_icon: icons,
      open_at_install: false,
    },
    content_scripts: [
      {
        matches: [pageOf(pwaOrigin)],
        js: ['content/bridge.iife.ts'],
        run_at: 'document_start',
      },
    ],
    browser_specific_settings: {
      gecko: {
        id: 'comma@mindful-pauses',
        strict_min_version: '142.0',
        data_collection_permissions: { required: ['none'] },
      },
    },
  };
  // crx's types know neither the sidebar nor Firefox's event page; the build assertions check what comes out.
  return (target === 'chrome' ? chrome : firefox) as unknown as ManifestV3Export;
}
