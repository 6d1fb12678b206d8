/** What every page of the extension does first: show its screen, and tell the worker when the vault is written. */
import type { Component } from 'svelte';

import { Comma } from '#core/app/comma.svelte.ts';
import { showApp } from '#core/app/show-app.ts';
import type { Ports } from '#core/ports.ts';
import type { FirstLook } from '#core/vault/first-look.ts';
import '#core/ui/tokens.css';
import '#core/ui/base.css';

import { tellKeys } from './keys.ts';
import { sendIfHeard, type AskedToCarry } from './messages.ts';
import { pagePorts } from './platform.ts';

/** What the worker writes in one breath travels together (chosen: as what is written in a page). */
const gatherMs = 2_000;

/** `look`: at what the screen follows; `more`: ports that only this page needs. */
export function openPage<Props extends Record<string, unknown>>(
  Screen: Component<Props>,
  props: Props,
  look: Promise<FirstLook | null>,
  more: Partial<Ports> = {},
): void {
  tellKeys();
  const comma = new Comma({ ...pagePorts, ...more }, look);
  void showApp(Screen, comma, props);
  void comma.opened.then(
    (vault) => vault.onWrite(() => void sendIfHeard({ to: 'bridge', type: 'written' })),
    () => undefined, // the page says it
  );
  // While any page is open it carries for the whole extension: its worker has no room for the relay's client.
  void comma.devices().then(({ keeper }) => {
    let heard: Promise<unknown> = Promise.resolve();
    keeper.onMerged(() => {
      heard = sendIfHeard({ to: 'bridge', type: 'merged' });
    });
    chrome.runtime.onMessage.addListener(
      ({ to, when }: Partial<AskedToCarry>, _sender, respond) => {
        if (to !== 'pages') return false;
        if (when === 'soon') keeper.poke(gatherMs);
        const done = when === 'soon' ? Promise.resolve() : keeper.sync().then(() => heard);
        void done.then(() => {
          respond(true);
        });
        return true; // the answer comes later
      },
    );
  });
  // What was noticed last may be over: whoever opens a page is to see what is so now.
  void sendIfHeard({ to: 'senses', type: 'changed' });
  // After the first paint, which the system's faces can do.
  void comma.shown
    .then(() => import('#core/ui/load-fonts.ts'))
    .then(({ loadFonts }) => {
      loadFonts(document);
    });
}
