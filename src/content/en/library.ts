import type { Library } from '../schema.ts';
import { body } from './decks/body.ts';
import { boundary } from './decks/boundary.ts';
import { clarity } from './decks/clarity.ts';
import { curious } from './decks/curious.ts';
import { endings } from './decks/endings.ts';
import { grounding } from './decks/grounding.ts';
import { questions } from './decks/questions.ts';
import { validation } from './decks/validation.ts';
import { warmth } from './decks/warmth.ts';
import { worth } from './decks/worth.ts';
import { harshStarters } from './harsh-starters.ts';

export const englishLibrary: Library = {
  language: 'en',
  decks: { worth, validation, questions, body, endings, warmth, clarity, boundary, curious },
  grounding,
  harshStarters,
};
