/** The popup, for the build, where no worker answers. */
import { nothingYet, renderFirst } from '#core/app/render-first.ts';

import { pagePorts } from '../platform.ts';
import Popup from './Popup.svelte';

export function firstScreen(): string {
  Object.assign(globalThis, { chrome: { runtime: { sendMessage: () => nothingYet } } });
  return renderFirst(Popup, pagePorts, { onleave: () => undefined });
}
