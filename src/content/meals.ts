/** Meals: times and attention, and nothing else. */
import { meals } from './en/meals.ts';
import { inTongues } from './spoken.ts';

export const mealsIn = inTongues(meals);
