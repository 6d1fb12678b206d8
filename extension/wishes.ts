/**
 * What a person asked Comma to notice in this browser. The browser's leave alone does not say it: leave for
 * every page, given for one thing, covers what was never asked for another.
 */
export interface Wishes {
  readonly calls?: boolean;
  readonly typing?: boolean;
}

const key = 'notice';

export async function wishesNow(): Promise<Wishes> {
  const { [key]: kept } = await chrome.storage.local.get<{ [key]?: Wishes }>(key);
  return kept ?? {};
}

export const forgetWishes = (): Promise<void> => chrome.storage.local.remove(key);

export async function wish(wishes: Wishes): Promise<void> {
  await chrome.storage.local.set({ [key]: { ...(await wishesNow()), ...wishes } });
}
