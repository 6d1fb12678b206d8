/** What every page of the extension does first: open the vault, and tell the worker when it writes. */
import { Comma } from '#core/app/comma.svelte.ts';
import { contextOf } from '#core/app/context.ts';
import type { Ports } from '#core/ports.ts';
import '#core/ui/tokens.css';
import '#core/ui/base.css';

import { sendIfHeard } from './messages.ts';
import { pagePorts } from './platform.ts';

/** `more`: ports that only this page needs. */
export async function openPage(more: Partial<Ports> = {}): Promise<{
  target: HTMLElement;
  context: ReturnType<typeof contextOf>;
}> {
  const target = document.querySelector<HTMLElement>('#app');
  if (!target) throw new Error('The page has no place to mount into');
  const comma = await Comma.open({ ...pagePorts, ...more }).catch(async (failure: unknown) => {
    const { sayCouldNotOpen } = await import('#core/app/could-not-open.ts');
    sayCouldNotOpen(target, failure);
    throw failure;
  });
  comma.vault.onWrite(() => void sendIfHeard({ to: 'bridge', type: 'written' }));
  // After the first paint, which the system's faces can do.
  void import('#core/ui/load-fonts.ts').then(({ loadFonts }) => {
    loadFonts(document);
  });
  target.replaceChildren();
  return { target, context: contextOf(comma) };
}
