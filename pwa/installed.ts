/** Whether the app stands by itself, outside of any tab. */
export const isInstalled = (): boolean => matchMedia('(display-mode: standalone)').matches;

/** Safari on a phone has no notifications before the app is on the home screen. */
export const isTabOnPhone = (): boolean => 'standalone' in navigator && !isInstalled();
