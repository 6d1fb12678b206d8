import type { Content } from '../schema.ts';
import { body } from './decks/body.ts';
import { endings } from './decks/endings.ts';
import { grounding } from './decks/grounding.ts';
import { questions } from './decks/questions.ts';
import { validation } from './decks/validation.ts';
import { worth } from './decks/worth.ts';
import { feelings, quickFeelings } from './feelings.ts';
import { harshStarters } from './harsh-starters.ts';
import { words } from './words.ts';

export const english: Content = {
  language: 'en',
  decks: { worth, validation, questions, body, endings },
  grounding,
  feelings,
  quickFeelings,
  harshStarters,
  words,
};
