/**
 * Runs in pages while a person lets Comma notice typing. It remembers when a key last went into this page, not
 * which one, and says so only when the worker asks. Of a password not even that is remembered.
 */
import { tellKeys } from '../keys.ts';

tellKeys();
