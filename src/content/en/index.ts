import type { Content } from '../schema.ts';
import { words } from './words.ts';

export const english: Content = { language: 'en', words };
