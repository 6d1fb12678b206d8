import type { Json } from '../../../kernel/json.ts';

type Fields = Readonly<Record<string, Json>>;

export interface MealSettings {
  /** No count of meals, anywhere: only the times. */
  readonly hideCounts: boolean;
  readonly onToday: boolean;
}

export const parseMealSettings = (fields: Fields): MealSettings => ({
  hideCounts: fields['meals.hideCounts'] === true,
  onToday: fields['meals.onToday'] === true,
});

export const mealSettingsFields = (change: Partial<MealSettings>): Record<string, boolean> =>
  Object.fromEntries(Object.entries(change).map(([name, value]) => [`meals.${name}`, value]));
