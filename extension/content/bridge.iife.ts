/** Runs in the PWA's page, in Firefox only: passes its messages on to the worker and back. */
import { bridgeName } from '#core/sync/bridge/port-channel.ts';

import { relayWindow } from '../adapters/window-relay.ts';

relayWindow(window, () => chrome.runtime.connect({ name: bridgeName }));
