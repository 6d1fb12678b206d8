/** Sealed backups. */
import { backup } from './en/backup.ts';
import { inTongues } from './spoken.ts';

export const backupIn = inTongues(backup);
