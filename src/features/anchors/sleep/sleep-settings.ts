import type { Json } from '../../../kernel/json.ts';

type Fields = Readonly<Record<string, Json>>;

export interface SleepSettings {
  /** Only what was told, and no figure anywhere. */
  readonly diaryOnly: boolean;
  readonly onToday: boolean;
}

export const parseSleepSettings = (fields: Fields): SleepSettings => ({
  diaryOnly: fields['sleep.diaryOnly'] === true,
  onToday: fields['sleep.onToday'] !== false,
});

export const sleepSettingsFields = (change: Partial<SleepSettings>): Record<string, boolean> =>
  Object.fromEntries(Object.entries(change).map(([name, value]) => [`sleep.${name}`, value]));
