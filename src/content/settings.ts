/** The settings. */
import { settings } from './en/settings.ts';
import { inTongues } from './spoken.ts';

export type SettingsWords = typeof settings;
export const settingsIn = inTongues(settings);
