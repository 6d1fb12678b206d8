/** That something was eaten, and when. How much, what, and what it weighs is asked nowhere. */
import type { Json } from '../../../kernel/json.ts';
import { readOneOf } from '../../../kernel/read.ts';
import type { Stored } from '../../../kernel/stored.ts';
import { daysWith, readOccasion, type Occasion } from '../log/occasion.ts';

/** The kind of its record. */
export const mealKind = 'meal';

export const mealSorts = ['breakfast', 'lunch', 'dinner', 'snack', 'water'] as const;
export type MealSort = (typeof mealSorts)[number];

/** Ate something, or ate with attention; both are fine. */
export const attentions = ['something', 'attention'] as const;
export type Attention = (typeof attentions)[number];

export interface MealAnswers {
  readonly sort: MealSort;
  readonly attention: Attention | null;
}

export interface Meal extends Occasion, MealAnswers {}

const readSort = readOneOf(...mealSorts);
const readAttention = readOneOf(...attentions);

/** Null where it is not known when it was. A sort that is not known yet was something small. */
export function parseMeal(stored: Stored): Meal | null {
  const occasion = readOccasion(stored);
  if (!occasion) return null;
  const sort = readSort(stored.fields['sort']) ?? 'snack';
  const attention = readAttention(stored.fields['attention']) ?? null;
  return { ...occasion, sort, attention: sort === 'water' ? null : attention };
}

export const mealFields = (change: Partial<MealAnswers>): Record<string, Json> => ({ ...change });

export const isEaten = ({ sort }: Pick<Meal, 'sort'>): boolean => sort !== 'water';

/** The dates on which something was eaten; a glass of water alone is none. */
export const daysEaten = (meals: readonly Meal[]): ReadonlySet<string> =>
  daysWith(meals.filter(isEaten));

/** What somebody who eats by the clock would have at this minute of the day (chosen). */
export function likelyMeal(minute: number): MealSort {
  const hour = minute / 60;
  if (hour >= 4 && hour < 11) return 'breakfast';
  if (hour >= 11 && hour < 15) return 'lunch';
  if (hour >= 15 && hour < 17.5) return 'snack';
  return hour >= 17.5 && hour < 22 ? 'dinner' : 'snack';
}
