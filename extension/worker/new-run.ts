/**
 * Whether this is the first worker since the browser began, or since the extension was updated or turned on
 * again: what is kept for a session is gone then, as are all pages of ours. No event tells of all of these.
 */
const key = 'begun';

/** A worker that dies before `begin` is done leaves it to the next one. */
export async function inNewRun(begin: () => Promise<unknown>): Promise<void> {
  const { [key]: begun } = await chrome.storage.session.get<{ [key]?: boolean }>(key);
  if (begun === true) return;
  await begin();
  await chrome.storage.session.set({ [key]: true });
}
