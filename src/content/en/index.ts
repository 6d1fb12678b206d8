import type { Content } from '../schema.ts';
import { feelings, quickFeelings } from './feelings.ts';
import { words } from './words.ts';

export const english: Content = { language: 'en', feelings, quickFeelings, words };
