/** Whether the screen is all film or slides, without asking what is on it. */

interface WindowSeen {
  readonly fullscreen: boolean;
  readonly focused: boolean;
  /** Its tab in front is heard. */
  readonly audible: boolean;
}

/**
 * A still person before a whole screen watches it, a silent film, too. Whoever is at work watches or presents
 * only in the window they are in; on a Mac many work in whole screens all day, so there it has to sound as well.
 */
export function isFilm(windows: readonly WindowSeen[], isIdle: boolean, isMac: boolean): boolean {
  return windows.some(
    ({ fullscreen, focused, audible }) =>
      fullscreen && (isIdle || (focused && (audible || !isMac))),
  );
}

export async function isOnlyFilm(isIdle: boolean): Promise<boolean> {
  const windows = (await chrome.windows.getAll()).filter(({ state }) => state === 'fullscreen');
  if (windows.length === 0) return false;
  const [{ os }, heard] = await Promise.all([
    chrome.runtime.getPlatformInfo(),
    chrome.tabs.query({ active: true, audible: true }),
  ]);
  const audible = new Set(heard.map(({ windowId }) => windowId));
  const seen = windows.map(({ id, focused }) => ({
    fullscreen: true,
    focused,
    audible: id !== undefined && audible.has(id),
  }));
  return isFilm(seen, isIdle, os === 'mac');
}
