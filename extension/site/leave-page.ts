import type { Visit } from '#core/features/sites/visits.ts';

/** Back to where the person was before they turned to the site; a tab that was opened for it closes. */
export async function leavePage(visit: Visit | null): Promise<void> {
  if (visit?.ending) {
    await closeTab(visit.tab);
    window.close();
    return;
  }
  const steps = visit?.behind ? 2 : 1;
  if (history.length > steps) {
    history.go(-steps);
    return;
  }
  const own = await chrome.tabs.getCurrent();
  if (own?.id !== undefined) await closeTab(own.id);
}

/** The last tab would take the window, and perhaps the browser, with it. */
async function closeTab(id: number): Promise<void> {
  try {
    const { windowId, pinned } = await chrome.tabs.get(id);
    const others = (await chrome.tabs.query({ windowId })).filter((tab) => tab.id !== id);
    const other = others.at(-1)?.id;
    if (other === undefined) await chrome.tabs.create({ windowId });
    // A pinned tab keeps its place, and the pause waits in it.
    if (!pinned) await chrome.tabs.remove(id);
    else if (other !== undefined) await chrome.tabs.update(other, { active: true });
  } catch {
    // The person closed it already.
  }
}
